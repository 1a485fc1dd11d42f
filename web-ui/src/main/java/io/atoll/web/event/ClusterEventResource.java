package io.atoll.web.event;

import io.atoll.web.client.EventClient;
import io.atoll.web.client.Partial;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of one cluster. */
@Path("/clusters/{id}/events")
@Produces(MediaType.TEXT_HTML)
class ClusterEventResource {

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance cluster(
                Page page, ClusterFrame frame, List<EventLook> events, @Nullable String away);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final EventClient events;

    ClusterEventResource(ClusterPages pages, EventClient events) {
        this.pages = pages;
        this.events = events;
    }

    @GET
    public Uni<TemplateInstance> events(String id) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(id, "events", "Events"),
                        Partial.of(events.recent(id, EventLook.SHOWN)))
                .with(
                        (o, recent) ->
                                Templates.cluster(
                                        o.page(),
                                        o.frame(),
                                        EventLook.shown(
                                                recent.or(List.of()),
                                                new EventFilter(id, null, null)),
                                        recent.reason()));
    }
}
