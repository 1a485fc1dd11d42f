package io.atoll.web.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.spec.Origin;
import io.atoll.web.look.EnvironmentLook;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.look.Ring;
import io.atoll.web.shell.Viewer;
import java.util.List;

/**
 * The head of every page about a cluster: who it is, how it fares, what may be done, where to go.
 *
 * @param tab path segment of the tab that is open; empty for the overview
 * @param standard true: it is the default cluster
 */
public record ClusterFrame(
        ClusterView cluster,
        PhaseLook look,
        EnvironmentLook environment,
        Ring ring,
        String tab,
        boolean standard,
        Viewer viewer) {

    private static final List<Tab> TABS =
            List.of(
                    new Tab("", "Overview", "home"),
                    new Tab("nodes", "Nodes", "node"),
                    new Tab("topics", "Topics", "topic"),
                    new Tab("groups", "Groups", "group"),
                    new Tab("messages", "Messages", "message"),
                    new Tab("config", "Configuration", "sliders"),
                    new Tab("connection", "Connection", "sliders"),
                    new Tab("events", "Events", "pulse"),
                    new Tab("danger", "Danger", "alert"));

    /** One page of a cluster. */
    public record Tab(String path, String label, String icon) {}

    public static ClusterFrame of(
            ClusterView cluster, String tab, boolean standard, Viewer viewer) {
        return new ClusterFrame(
                cluster,
                PhaseLook.of(cluster),
                EnvironmentLook.of(cluster.environment()),
                Ring.of(cluster),
                tab,
                standard,
                viewer);
    }

    public List<Tab> tabs() {
        return TABS.stream().filter(this::shows).toList();
    }

    private boolean shows(Tab tab) {
        return switch (tab.path()) {
            case "danger" -> mayStop() || mayWipe() || mayDelete();
            case "topics" -> may("TOPIC_VIEW");
            case "groups" -> may("GROUP_VIEW");
            case "events" -> may("EVENT_VIEW");
            case "config" -> !external();
            case "connection" -> external();
            default -> true;
        };
    }

    /** Atoll knows it and does not run it. */
    public boolean external() {
        return cluster.origin() == Origin.EXTERNAL;
    }

    public String base() {
        return "/clusters/" + cluster.id();
    }

    public boolean mayStart() {
        return settled() && !cluster.running() && may("CLUSTER_START");
    }

    public boolean mayStop() {
        return settled() && cluster.running() && may("CLUSTER_STOP");
    }

    public boolean mayMakeDefault() {
        return settled() && !standard && viewer.mayEverywhere("CLUSTER_UPDATE");
    }

    /** Make it read-only, or let it be changed again. */
    public boolean mayProtect() {
        return !cluster.deleting() && may("CLUSTER_UPDATE");
    }

    public boolean mayRestart() {
        return settled() && cluster.running() && may("CLUSTER_START") && may("CLUSTER_STOP");
    }

    public boolean mayWipe() {
        return settled() && may("CLUSTER_STOP") && may("CLUSTER_DELETE");
    }

    /** To forget one that runs elsewhere changes nothing of it, so it may be read-only. */
    public boolean mayDelete() {
        return (external() || !cluster.readOnly()) && may("CLUSTER_DELETE");
    }

    public boolean mayConfigure() {
        return settled() && may("CLUSTER_UPDATE");
    }

    /**
     * Whether the visitor may do this to this cluster; for what is about topics or groups: for some
     * names in it at least.
     */
    public boolean may(String permission) {
        Permission wanted = Permission.valueOf(permission);
        return wanted.resource() == Permission.Resource.CLUSTER
                ? cluster.permits(wanted)
                : viewer.mayOn(wanted, cluster);
    }

    /** As {@code may}, for what changes something in the cluster. */
    public boolean mayChange(String permission) {
        return !cluster.readOnly() && may(permission);
    }

    /** Clients can talk to it, as far as known. */
    public boolean usable() {
        return switch (look.tone()) {
            case OK, WARN -> true;
            case BUSY, BAD, OFF -> false;
        };
    }

    private boolean settled() {
        return !cluster.deleting() && !external() && !cluster.readOnly();
    }
}
