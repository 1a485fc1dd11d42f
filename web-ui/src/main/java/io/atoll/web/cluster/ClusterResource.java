package io.atoll.web.cluster;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.RuntimeClient;
import io.atoll.web.cluster.ClusterPages.Opened;
import io.atoll.web.look.NodeLook;
import io.atoll.web.shell.Page;
import io.atoll.web.usage.Machine;
import io.atoll.web.usage.UsageHistory;
import io.atoll.web.usage.UsageLook;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Overview and nodes of a cluster, and the head that keeps itself current. */
@Path("/clusters/{id}")
@Produces(MediaType.TEXT_HTML)
class ClusterResource {

    @CheckedTemplate(basePath = "cluster")
    static class Templates {
        static native TemplateInstance overview(Page page, ClusterFrame frame, OverviewView view);

        static native TemplateInstance overview$live(
                Page page, ClusterFrame frame, OverviewView view);

        static native TemplateInstance nodes(
                Page page, ClusterFrame frame, List<NodeRow> nodes, String log);

        static native TemplateInstance nodes$table(
                Page page, ClusterFrame frame, List<NodeRow> nodes, String log);

        static native TemplateInstance head(Page page, ClusterFrame frame);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final RuntimeClient runtimes;
    private final UsageHistory history;

    ClusterResource(ClusterPages pages, RuntimeClient runtimes, UsageHistory history) {
        this.pages = pages;
        this.runtimes = runtimes;
        this.history = history;
    }

    @GET
    public Uni<TemplateInstance> overview(String id, @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(id, "", "Overview"),
                        Partial.of(runtimes.usage(id)),
                        Partial.of(runtimes.runtimes()))
                .with(
                        (opened, usage, machines) -> {
                            OverviewView view = overview(opened.frame(), usage, machines);
                            return part == null
                                    ? Templates.overview(opened.page(), opened.frame(), view)
                                    : Templates.overview$live(opened.page(), opened.frame(), view);
                        });
    }

    @GET
    @Path("head")
    public Uni<TemplateInstance> head(String id, @RestQuery @Nullable String tab) {
        return pages.open(id, tab == null ? "" : tab, "Overview")
                .map(opened -> Templates.head(opened.page(), opened.frame()));
    }

    /**
     * @param log name of the node whose log is shown; absent: the first
     */
    @GET
    @Path("nodes")
    public Uni<TemplateInstance> nodes(
            String id, @RestQuery @Nullable String log, @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(pages.open(id, "nodes", "Nodes"), Partial.of(runtimes.usage(id)))
                .with((opened, usage) -> nodes(opened, usage.value(), log, part));
    }

    private static TemplateInstance nodes(
            Opened opened, @Nullable UsageView usage, @Nullable String log, @Nullable String part) {
        List<NodeRow> rows = NodeRow.of(opened.frame().cluster().status().nodes(), usage);
        String first = rows.isEmpty() ? "" : rows.getFirst().node().name();
        String shown = log == null ? first : log;
        return part == null
                ? Templates.nodes(opened.page(), opened.frame(), rows, shown)
                : Templates.nodes$table(opened.page(), opened.frame(), rows, shown);
    }

    private OverviewView overview(
            ClusterFrame frame, Partial<UsageView> usage, Partial<List<RuntimeView>> machines) {
        List<NodeRow> rows = NodeRow.of(frame.cluster().status().nodes(), usage.value());
        UsageView now = usage.value();
        boolean idle = rows.stream().noneMatch(r -> NodeLook.isUp(r.node()));
        UsageLook look =
                now == null || idle
                        ? null
                        : UsageLook.of(now, history.add(now), Machine.of(machines.or(List.of())));
        return OverviewView.of(frame, rows, look, idle ? null : usage.reason());
    }
}
