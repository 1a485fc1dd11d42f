package io.atoll.provisioner.log;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.LogLine;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.refusal.Unsupported;
import io.atoll.provisioner.node.NodeQueries;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.plugin.RuntimeThreads;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.LogSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Reads of logs, for the caller of the current request. */
@ApplicationScoped
class LogQueries {

    private static final Logger LOG = Logger.getLogger(LogQueries.class);

    private final NodeQueries nodes;
    private final Plugins plugins;
    private final RuntimeThreads threads;

    LogQueries(NodeQueries nodes, Plugins plugins, RuntimeThreads threads) {
        this.nodes = nodes;
        this.plugins = plugins;
        this.threads = threads;
    }

    Uni<List<LogLine>> tail(String cluster, String node, int lines) {
        return source(cluster, node)
                .chain(log -> threads.call(() -> log.tail(lines)))
                .map(LogSource.Excerpt::lines);
    }

    Uni<NodeLog> source(String cluster, String node) {
        return nodes.require(Permission.NODE_LOGS_VIEW, cluster, node)
                .map(known -> new NodeLog(source(known), new ClusterId(cluster), node));
    }

    /**
     * Whether the caller of this request may still read the log, asked at any later time: tags, the
     * environment and the cluster itself may be others by then. No answer is no right.
     */
    Supplier<Uni<Boolean>> permit(String cluster, String node) {
        var reader = nodes.caller();
        return () ->
                nodes.require(reader, Permission.NODE_LOGS_VIEW, cluster, node)
                        .replaceWith(true)
                        .onFailure()
                        .invoke(why -> LOG.debugf("A log is followed no longer: %s", why))
                        .onFailure()
                        .recoverWithItem(false);
    }

    private LogSource source(ClusterDesired cluster) {
        var runtime = plugins.runtimeOf(cluster.spec());
        if (runtime instanceof LogSource logs) {
            return logs;
        }
        throw new Unsupported("The runtime of this cluster does not show logs.");
    }
}
