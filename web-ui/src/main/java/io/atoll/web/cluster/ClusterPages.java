package io.atoll.web.cluster;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Opens a page about one cluster: frame and head, asked for at the same time. */
@ApplicationScoped
public class ClusterPages {

    private final PageFactory pages;
    private final ClusterClient clusters;

    ClusterPages(PageFactory pages, ClusterClient clusters) {
        this.pages = pages;
        this.clusters = clusters;
    }

    /** A page with the head of its cluster. */
    public record Opened(Page page, ClusterFrame frame) {}

    /**
     * @param tab path segment of the tab, empty for the overview
     */
    public Uni<Opened> open(String id, String tab, String title) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(title, Page.Section.FLEET),
                        clusters.one(id),
                        Partial.of(clusters.standard()))
                .with(
                        (page, cluster, standard) ->
                                opened(page, cluster, tab, title, isIt(cluster, standard)));
    }

    /** A default cluster that is not known is no reason to show no page. */
    private static boolean isIt(ClusterView cluster, Partial<DefaultClusterView> standard) {
        DefaultClusterView known = standard.value();
        return known != null && cluster.id().equals(known.clusterId());
    }

    private static Opened opened(
            Page page, ClusterView cluster, String tab, String title, boolean standard) {
        Crumb fleet = new Crumb("Fleet", "/");
        Crumb own = new Crumb(cluster.name(), tab.isEmpty() ? null : "/clusters/" + cluster.id());
        Page named =
                new Page(
                        title + " · " + cluster.name(),
                        page.section(),
                        cluster.id(),
                        tab.isEmpty()
                                ? List.of(fleet, own)
                                : List.of(fleet, own, new Crumb(title, null)),
                        page.viewer(),
                        page.now(),
                        page.assets());
        return new Opened(named, ClusterFrame.of(cluster, tab, standard, page.viewer()));
    }
}
