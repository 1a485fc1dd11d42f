package io.atoll.web.form;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.client.ApiFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a form answers where the API, or the page itself, refused what it sent. */
public final class Refused {

    /** Shows the page again, made of what is wrong; only a sign-in that ended leads away. */
    public static Uni<Response> beside(
            Uni<Response> call, Function<Problem, Uni<TemplateInstance>> page) {
        return call.onFailure(f -> f instanceof ApiFailure refused && refused.status() != 401)
                .recoverWithUni(f -> again(page.apply(((ApiFailure) f).problem())));
    }

    /** The page again, as refused. */
    public static Uni<Response> again(Uni<TemplateInstance> page) {
        return page.map(
                html -> Response.status(422).entity(html).type(MediaType.TEXT_HTML).build());
    }

    /** Fails unless the name was typed: it stands between a slip and a loss. */
    public static Uni<String> unlessTyped(String name, @Nullable String typed) {
        if (typed != null && name.equals(typed.strip())) {
            return Uni.createFrom().item(name);
        }
        String words = "Type " + name + " to confirm. Nothing was done.";
        return Uni.createFrom().failure(ApiFailure.of(ProblemType.INVALID_FIELDS, words));
    }

    private Refused() {}
}
