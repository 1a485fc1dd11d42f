package io.atoll.web.cluster;

import io.atoll.web.client.ApiFailure;
import io.atoll.web.cluster.ClusterPages.Opened;
import io.atoll.web.form.FormState;
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

/** Reads and edits the configuration: always a plan first. */
@Path("/clusters/{id}/config")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ConfigResource {

    @CheckedTemplate(basePath = "cluster")
    static class Templates {
        static native TemplateInstance config(Page page, ClusterFrame frame, ConfigView view);

        static native TemplateInstance plan(
                Page page, ClusterFrame frame, ConfigView view, boolean live);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final ConfigService service;

    ConfigResource(ClusterPages pages, ConfigService service) {
        this.pages = pages;
        this.service = service;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> config(String id) {
        return open(id).map(o -> Templates.config(o.page(), o.frame(), fresh(o)));
    }

    @POST
    @Path("plan")
    public Uni<TemplateInstance> plan(String id, MultivaluedMap<String, String> form) {
        return open(id).flatMap(
                        o ->
                                service.plan(o.frame().cluster(), form)
                                        .map(v -> Templates.plan(o.page(), o.frame(), v, true)));
    }

    @POST
    public Uni<Response> save(String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return service.save(id, form)
                .map(_ -> Toasts.go(headers, "/clusters/" + id + "/config", "config-saved", id))
                .onFailure(ApiFailure.class)
                .recoverWithUni(failure -> again(id, form, failure));
    }

    private Uni<Response> again(String id, MultivaluedMap<String, String> form, Throwable failure) {
        return open(id).flatMap(
                        o ->
                                service.refused(o.frame().cluster(), form, failure)
                                        .map(v -> Templates.config(o.page(), o.frame(), v)))
                .map(page -> Response.status(422).entity(page).type(MediaType.TEXT_HTML).build());
    }

    private Uni<Opened> open(String id) {
        return pages.open(id, "config", "Configuration");
    }

    private static ConfigView fresh(Opened opened) {
        var cluster = opened.frame().cluster();
        return ConfigView.of(cluster, FormState.of(ConfigView.values(cluster)));
    }
}
