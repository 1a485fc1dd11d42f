package io.atoll.web.group;

import io.atoll.web.client.Partial;
import io.atoll.web.client.TopicClient;
import io.atoll.web.cluster.ClusterFrame;
import io.atoll.web.cluster.ClusterPages;
import io.atoll.web.shell.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of groups and one of them. */
@Path("/clusters/{id}/groups")
@Produces(MediaType.TEXT_HTML)
class GroupResource {

    private static final int PAGE = 50;

    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance list(Page page, ClusterFrame frame, GroupListView view);

        static native TemplateInstance list$rows(Page page, ClusterFrame frame, GroupListView view);

        static native TemplateInstance group(Page page, ClusterFrame frame, GroupPage view);

        static native TemplateInstance group$live(Page page, ClusterFrame frame, GroupPage view);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final TopicClient topics;

    GroupResource(ClusterPages pages, TopicClient topics) {
        this.pages = pages;
        this.topics = topics;
    }

    @GET
    public Uni<TemplateInstance> list(
            String id,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String token,
            @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(id, "groups", "Groups"),
                        Partial.of(topics.groups(id, q, state, PAGE, token)))
                .with(
                        (opened, answer) ->
                                list(opened, GroupListView.of(id, q, state, answer), part));
    }

    private static TemplateInstance list(
            ClusterPages.Opened opened, GroupListView view, @Nullable String part) {
        return part == null
                ? Templates.list(opened.page(), opened.frame(), view)
                : Templates.list$rows(opened.page(), opened.frame(), view);
    }

    @GET
    @Path("{group}")
    public Uni<TemplateInstance> group(String id, String group, @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(pages.open(id, "groups", group), topics.group(id, group))
                .with((opened, found) -> one(opened, GroupPage.of(found), part));
    }

    private static TemplateInstance one(
            ClusterPages.Opened opened, GroupPage view, @Nullable String part) {
        return part == null
                ? Templates.group(opened.page(), opened.frame(), view)
                : Templates.group$live(opened.page(), opened.frame(), view);
    }
}
