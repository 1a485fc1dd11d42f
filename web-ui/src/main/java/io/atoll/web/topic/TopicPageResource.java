package io.atoll.web.topic;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.Query;
import io.atoll.web.client.TopicClient;
import io.atoll.web.cluster.ClusterFrame;
import io.atoll.web.cluster.ClusterPages;
import io.atoll.web.form.FormTree;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** One topic. */
@Path("/clusters/{id}/topics/{topic}")
@Produces(MediaType.TEXT_HTML)
class TopicPageResource {

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance topic(Page page, ClusterFrame frame, TopicPage view);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final TopicClient topics;
    private final Toasts toasts;

    TopicPageResource(ClusterPages pages, TopicClient topics, Toasts toasts) {
        this.pages = pages;
        this.topics = topics;
        this.toasts = toasts;
    }

    @GET
    public Uni<TemplateInstance> topic(String id, String topic) {
        return Uni.combine()
                .all()
                .unis(pages.open(id, "topics", topic), topics.one(id, topic))
                .with((o, view) -> Templates.topic(o.page(), o.frame(), TopicPage.of(view)));
    }

    @POST
    @Path("config")
    public Uni<Response> configure(
            String id, String topic, @RestForm @Nullable String config, HttpHeaders headers) {
        Map<String, Object> request = Map.of("config", FormTree.pairs(config));
        return topics.configure(id, topic, request)
                .map(_ -> toasts.done(headers, "Saved the settings of " + topic, at(id, topic)));
    }

    @POST
    @Path("delete")
    public Uni<Response> delete(
            String id, String topic, @RestForm @Nullable String confirm, HttpHeaders headers) {
        if (confirm == null || !topic.equals(confirm.strip())) {
            return Uni.createFrom()
                    .failure(
                            ApiFailure.of(
                                    ProblemType.INVALID_FIELDS,
                                    "Type " + topic + " to confirm. Nothing was done."));
        }
        return topics.delete(id, topic)
                .map(
                        _ ->
                                Toasts.go(
                                        headers,
                                        "/clusters/" + id + "/topics",
                                        "topic-deleted",
                                        topic));
    }

    private static String at(String id, String topic) {
        return "/clusters/" + id + "/topics/" + Query.segment(topic);
    }
}
