package io.atoll.web.cluster;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What can be done to a cluster as a whole. */
@Path("/clusters/{id}")
@Produces(MediaType.TEXT_HTML)
class ActionResource {

    @CheckedTemplate(basePath = "cluster")
    static class Templates {
        static native TemplateInstance danger(Page page, ClusterFrame frame);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final ClusterClient clusters;
    private final Toasts toasts;

    ActionResource(ClusterPages pages, ClusterClient clusters, Toasts toasts) {
        this.pages = pages;
        this.clusters = clusters;
        this.toasts = toasts;
    }

    @GET
    @Path("danger")
    public Uni<TemplateInstance> danger(String id) {
        return pages.open(id, "danger", "Danger")
                .map(opened -> Templates.danger(opened.page(), opened.frame()));
    }

    @POST
    @Path("start")
    public Uni<Response> start(String id, HttpHeaders headers) {
        return act(id, "start", null, "is starting", headers);
    }

    @POST
    @Path("stop")
    public Uni<Response> stop(String id, HttpHeaders headers) {
        return act(id, "stop", null, "is stopping", headers);
    }

    @POST
    @Path("restart")
    public Uni<Response> restart(String id, HttpHeaders headers) {
        return act(id, "restart", null, "is restarting", headers);
    }

    /** From here on the routes without a cluster act on this one. */
    @POST
    @Path("default")
    public Uni<Response> makeDefault(String id, HttpHeaders headers) {
        return clusters.makeDefault(id)
                .map(_ -> Toasts.go(headers, "/clusters/" + id, "made-default", id));
    }

    /** From here on every change of the cluster is refused. */
    @POST
    @Path("protect")
    public Uni<Response> protect(String id, HttpHeaders headers) {
        return clusters.setReadOnly(id, true)
                .map(_ -> Toasts.go(headers, "/clusters/" + id, "made-read-only", id));
    }

    @POST
    @Path("allow-changes")
    public Uni<Response> allowChanges(String id, HttpHeaders headers) {
        return clusters.setReadOnly(id, false)
                .map(_ -> Toasts.go(headers, "/clusters/" + id, "changes-allowed", id));
    }

    /** Stops and removes the data. */
    @POST
    @Path("wipe")
    public Uni<Response> wipe(String id, @RestForm @Nullable String confirm, HttpHeaders headers) {
        return confirmed(id, confirm)
                .flatMap(_ -> act(id, "stop", true, "is stopping; its data goes", headers));
    }

    @POST
    @Path("delete")
    public Uni<Response> delete(
            String id, @RestForm @Nullable String confirm, HttpHeaders headers) {
        return confirmed(id, confirm)
                .flatMap(_ -> clusters.delete(id))
                .map(_ -> Toasts.go(headers, "/", "deleted", id));
    }

    private Uni<Response> act(
            String id, String verb, @Nullable Boolean cleanup, String words, HttpHeaders headers) {
        return clusters.act(id, verb, cleanup)
                .map(c -> toasts.done(headers, c.name() + " " + words, "/clusters/" + id));
    }

    /** The id typed by hand is what stands between a slip and lost data. */
    private static Uni<String> confirmed(String id, @Nullable String typed) {
        if (typed != null && id.equals(typed.strip())) {
            return Uni.createFrom().item(id);
        }
        return Uni.createFrom()
                .failure(
                        ApiFailure.of(
                                ProblemType.INVALID_FIELDS,
                                "Type " + id + " to confirm. Nothing was done."));
    }
}
