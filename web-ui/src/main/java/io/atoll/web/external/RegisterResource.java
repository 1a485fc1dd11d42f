package io.atoll.web.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.form.FormState;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.CheckedTemplate;
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
import org.jspecify.annotations.Nullable;

/** The form to register a cluster that runs elsewhere. */
@Path("/clusters/register")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class RegisterResource {

    @CheckedTemplate(basePath = "external")
    static class Templates {
        static native TemplateInstance register(Page page, RegisterView view);

        static native TemplateInstance result(RegisterView view);

        private Templates() {}
    }

    private final PageFactory pages;
    private final ClusterClient clusters;

    RegisterResource(PageFactory pages, ClusterClient clusters) {
        this.pages = pages;
        this.clusters = clusters;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> form() {
        Map<String, String> values = Map.of("mechanism", "none", "environment", "prod");
        return page(new RegisterView(FormState.of(values), null));
    }

    @POST
    @Path("test")
    public Uni<TemplateInstance> test(MultivaluedMap<String, String> form, HttpHeaders headers) {
        Uni<RegisterView> view =
                clusters.testConnection(ConnectionForm.connection(form))
                        .map(found -> new RegisterView(ConnectionForm.state(form), found))
                        .onFailure(ApiFailure.class)
                        .recoverWithUni(failure -> refused(form, failure, null));
        return headers.getHeaderString("HX-Request") == null
                ? view.flatMap(this::page)
                : view.map(Templates::result);
    }

    @POST
    public Uni<Response> register(MultivaluedMap<String, String> form, HttpHeaders headers) {
        return clusters.create(ConnectionForm.registration(form))
                .map(made -> Toasts.go(headers, "/clusters/" + made.id()))
                .onFailure(ApiFailure.class)
                .recoverWithUni(
                        failure ->
                                refused(form, failure, null)
                                        .flatMap(this::page)
                                        .map(RegisterResource::again));
    }

    private static Uni<RegisterView> refused(
            MultivaluedMap<String, String> form, Throwable failure, @Nullable ConnectionTest test) {
        if (failure instanceof ApiFailure refused && refused.status() != 401) {
            FormState wrong =
                    ConnectionForm.state(form).refused(refused.problem(), ConnectionForm.FIELDS);
            return Uni.createFrom().item(new RegisterView(wrong, test));
        }
        return Uni.createFrom().failure(failure);
    }

    private Uni<TemplateInstance> page(RegisterView view) {
        return pages.open(
                        "Register a cluster",
                        Page.Section.FLEET,
                        new Crumb("Fleet", "/"),
                        new Crumb("Register a cluster", null))
                .map(page -> Templates.register(page, view));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(422).entity(page).type(MediaType.TEXT_HTML).build();
    }
}
