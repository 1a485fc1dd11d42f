package io.atoll.web.people;

import io.atoll.web.client.access.UserClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.grant.GrantForm;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Users to look at, and the form that makes one. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class UserResource {

    private final UserPages pages;
    private final UserClient users;

    UserResource(UserPages pages, UserClient users) {
        this.pages = pages;
        this.users = users;
    }

    @GET
    @Path("users")
    public Uni<TemplateInstance> list(@RestQuery @Nullable String token) {
        return pages.list(token);
    }

    @GET
    @Path("users/{name}")
    public Uni<TemplateInstance> one(String name) {
        return pages.one(name, GrantForm.blank(), FormState.of(Map.of()));
    }

    @GET
    @Path("new-user")
    public Uni<TemplateInstance> blank() {
        return pages.create(GrantForm.blank());
    }

    @POST
    @Path("new-user")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> fields, HttpHeaders headers) {
        UserForm form = UserForm.read(fields);
        if (form.state().hasErrors()) {
            return Refused.again(pages.create(form.state()));
        }
        return Refused.beside(
                users.create(form.request())
                        .map(u -> UserDetail.path(u.name()))
                        .map(to -> Toasts.go(headers, to, "user-created", form.name())),
                problem -> pages.create(form.refused(problem)));
    }
}
