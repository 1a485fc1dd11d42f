package io.atoll.web.fleet;

import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.RuntimeClient;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The fleet, and the cluster switcher of every page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class FleetResource {

    @CheckedTemplate(basePath = "fleet")
    static class Templates {
        static native TemplateInstance fleet(Page page, FleetView view);

        static native TemplateInstance fleet$overview(Page page, FleetView view);

        static native TemplateInstance card(Page page, ClusterCard card);

        static native TemplateInstance switcher(Page page, List<ClusterCard> cards);

        private Templates() {}
    }

    private final PageFactory pages;
    private final ClusterClient clusters;
    private final RuntimeClient runtimes;
    private final FleetFactory factory;

    FleetResource(
            PageFactory pages,
            ClusterClient clusters,
            RuntimeClient runtimes,
            FleetFactory factory) {
        this.pages = pages;
        this.clusters = clusters;
        this.runtimes = runtimes;
        this.factory = factory;
    }

    /**
     * @param part present: only what changes is answered
     */
    @GET
    public Uni<TemplateInstance> fleet(
            @BeanParam FleetFilter filter, @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Fleet", Page.Section.FLEET),
                        clusters.list(),
                        Partial.of(runtimes.usages()),
                        Partial.of(runtimes.runtimes()),
                        room())
                .with(
                        (page, all, usages, machines, room) -> {
                            FleetView view = factory.make(all, usages, machines, room, filter);
                            return part == null
                                    ? Templates.fleet(page, view)
                                    : Templates.fleet$overview(page, view);
                        });
    }

    private Uni<Room> room() {
        return Uni.combine()
                .all()
                .unis(Partial.of(runtimes.capacity()), Partial.of(runtimes.environments()))
                .with(Room::new);
    }

    @GET
    @Path("fleet/cards/{id}")
    public Uni<TemplateInstance> card(String id) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Fleet", Page.Section.FLEET),
                        clusters.one(id),
                        Partial.of(runtimes.usages()),
                        Partial.of(runtimes.runtimes()))
                .with(
                        (page, one, usages, machines) -> {
                            FleetView view =
                                    factory.make(
                                            List.of(one),
                                            usages,
                                            machines,
                                            Room.UNKNOWN,
                                            FleetFilter.ALL);
                            return Templates.card(page, view.cards().getFirst());
                        });
    }

    @GET
    @Path("fleet/switcher")
    public Uni<TemplateInstance> switcher(@RestQuery @Nullable String q) {
        FleetFilter filter = new FleetFilter(q, null, null, null);
        return Uni.combine()
                .all()
                .unis(pages.open("Fleet", Page.Section.FLEET), clusters.list())
                .with((page, all) -> Templates.switcher(page, factory.plain(all, filter)));
    }
}
