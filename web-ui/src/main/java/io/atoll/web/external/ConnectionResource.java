package io.atoll.web.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.cluster.ClusterFrame;
import io.atoll.web.cluster.ClusterPages;
import io.atoll.web.cluster.ClusterPages.Opened;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.shell.Page;
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

/** How an external cluster is reached, and new credentials for it. */
@Path("/clusters/{id}/connection")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ConnectionResource {

    @CheckedTemplate(basePath = "external")
    static class Templates {
        static native TemplateInstance connection(
                Page page, ClusterFrame frame, RegisterView view, FormState details);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final ClusterClient clusters;

    ConnectionResource(ClusterPages pages, ClusterClient clusters) {
        this.pages = pages;
        this.clusters = clusters;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> connection(String id) {
        return open(id).map(o -> page(o, stored(o), null));
    }

    /** With the credentials that the cluster has. */
    @POST
    @Path("test")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> test(String id, HttpHeaders headers) {
        return clusters.testStored(id)
                .flatMap(
                        found ->
                                headers.getHeaderString("HX-Request") == null
                                        ? open(id).map(o -> page(o, stored(o), found))
                                        : Uni.createFrom().item(result(found)));
    }

    @POST
    public Uni<Response> rotate(
            String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return clusters.rotate(id, Map.of("credentials", ConnectionForm.credentials(form)))
                .map(_ -> Toasts.go(headers, "/clusters/" + id + "/connection"))
                .onFailure(ApiFailure.class)
                .recoverWithUni(failure -> again(id, form, failure));
    }

    /** What is said of the cluster: its name, and what decides who has rights on it. */
    @POST
    @Path("details")
    public Uni<Response> describe(
            String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return Refused.beside(
                clusters.update(id, DetailsForm.generation(form), DetailsForm.request(form))
                        .map(_ -> Toasts.go(headers, "/clusters/" + id + "/connection")),
                problem ->
                        open(id).map(
                                        o ->
                                                page(
                                                        o,
                                                        new RegisterView(stored(o), null),
                                                        DetailsForm.refused(form, problem))));
    }

    private Uni<Response> again(String id, MultivaluedMap<String, String> form, Throwable failure) {
        if (!(failure instanceof ApiFailure refused) || refused.status() == 401) {
            return Uni.createFrom().failure(failure);
        }
        FormState wrong =
                ConnectionForm.state(form).refused(refused.problem(), ConnectionForm.FIELDS);
        return open(id).map(
                        o ->
                                Response.status(422)
                                        .entity(page(o, wrong, null))
                                        .type(MediaType.TEXT_HTML)
                                        .build());
    }

    private Uni<Opened> open(String id) {
        return pages.open(id, "connection", "Connection");
    }

    private static TemplateInstance page(
            Opened opened, FormState form, @Nullable ConnectionTest found) {
        return page(
                opened, new RegisterView(form, found), DetailsForm.of(opened.frame().cluster()));
    }

    private static TemplateInstance page(Opened opened, RegisterView view, FormState details) {
        return Templates.connection(opened.page(), opened.frame(), view, details);
    }

    private static TemplateInstance result(ConnectionTest found) {
        return RegisterResource.Templates.result(new RegisterView(FormState.of(Map.of()), found));
    }

    /** The form as what is stored would fill it. */
    private static FormState stored(Opened opened) {
        var credentials = opened.frame().cluster().credentials();
        return FormState.of(
                Map.of("mechanism", credentials == null ? "none" : credentials.mechanism()));
    }
}
