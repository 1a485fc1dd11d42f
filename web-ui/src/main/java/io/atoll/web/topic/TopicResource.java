package io.atoll.web.topic;

import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.Partial;
import io.atoll.web.client.Query;
import io.atoll.web.client.TopicClient;
import io.atoll.web.client.TopicListing;
import io.atoll.web.cluster.ClusterFrame;
import io.atoll.web.cluster.ClusterPages;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
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
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of topics and the form that makes one. */
@Path("/clusters/{id}/topics")
@Produces(MediaType.TEXT_HTML)
class TopicResource {

    private static final int PAGE = 50;
    private static final Set<String> FIELDS =
            Set.of("name", "partitions", "replication_factor", "config");

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance list(Page page, ClusterFrame frame, TopicListView view);

        static native TemplateInstance list$rows(Page page, ClusterFrame frame, TopicListView view);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final TopicClient topics;

    TopicResource(ClusterPages pages, TopicClient topics) {
        this.pages = pages;
        this.topics = topics;
    }

    @GET
    public Uni<TemplateInstance> list(
            String id,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String internal,
            @RestQuery @Nullable String token,
            @RestQuery @Nullable String part) {
        TopicListing listing = new TopicListing(q, internal != null, PAGE, token);
        return list(id, listing, FormState.of(Map.of()), part != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(
            String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        Map<String, Object> request = FormTree.of(form);
        String name = form.getFirst("name");
        String made = "/clusters/" + id + "/topics/" + Query.segment(name == null ? "" : name);
        return topics.create(id, request)
                .map(_ -> Toasts.go(headers, made, "topic-created", name))
                .onFailure(ApiFailure.class)
                .recoverWithUni(failure -> again(id, form, failure));
    }

    private Uni<Response> again(
            String id, MultivaluedMap<String, String> form, ApiFailure failure) {
        if (failure.status() == 401) {
            return Uni.createFrom().failure(failure);
        }
        FormState wrong = FormState.of(FormTree.values(form)).refused(failure.problem(), FIELDS);
        return list(id, new TopicListing(null, false, PAGE, null), wrong, false)
                .map(page -> Response.status(422).entity(page).type(MediaType.TEXT_HTML).build());
    }

    private Uni<TemplateInstance> list(
            String id, TopicListing listing, FormState form, boolean part) {
        return Uni.combine()
                .all()
                .unis(pages.open(id, "topics", "Topics"), Partial.of(topics.list(id, listing)))
                .with(
                        (opened, answer) -> {
                            TopicListView view = TopicListView.of(id, listing, answer, form);
                            return part
                                    ? Templates.list$rows(opened.page(), opened.frame(), view)
                                    : Templates.list(opened.page(), opened.frame(), view);
                        });
    }
}
