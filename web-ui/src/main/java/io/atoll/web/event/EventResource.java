package io.atoll.web.event;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.EventClient;
import io.atoll.web.client.Partial;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of everything the visitor may see. */
@Path("/events")
@Produces(MediaType.TEXT_HTML)
class EventResource {

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance events(
                Page page,
                List<EventLook> events,
                EventFilter filter,
                List<ClusterView> clusters,
                @Nullable String away);

        private Templates() {}
    }

    private final PageFactory pages;
    private final EventClient events;
    private final ClusterClient clusters;

    EventResource(PageFactory pages, EventClient events, ClusterClient clusters) {
        this.pages = pages;
        this.events = events;
        this.clusters = clusters;
    }

    @GET
    public Uni<TemplateInstance> all(@BeanParam EventFilter filter) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Events", Page.Section.EVENTS),
                        Partial.of(events.recent(filter.cluster(), EventLook.SHOWN)),
                        Partial.of(clusters.list()))
                .with(
                        (page, recent, list) ->
                                Templates.events(
                                        page,
                                        EventLook.shown(recent.or(List.of()), filter),
                                        filter,
                                        list.or(List.of()),
                                        recent.reason()));
    }
}
