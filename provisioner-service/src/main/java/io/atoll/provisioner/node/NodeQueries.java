package io.atoll.provisioner.node;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import io.atoll.provisioner.desired.ClusterAccess;
import io.atoll.provisioner.status.StatusStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of nodes, for the caller of the current request. */
@ApplicationScoped
public class NodeQueries {

    private final ClusterAccess access;
    private final CallerContext caller;
    private final Pool pool;
    private final StatusStore statuses;

    NodeQueries(ClusterAccess access, CallerContext caller, Pool pool, StatusStore statuses) {
        this.access = access;
        this.caller = caller;
        this.pool = pool;
        this.statuses = statuses;
    }

    Uni<List<NodeStatus>> nodes(String cluster) {
        return access.require(caller.caller(), Permission.CLUSTER_VIEW, cluster)
                .chain(() -> known(cluster));
    }

    /** Who makes the current request. */
    public Caller caller() {
        return caller.caller();
    }

    /** The cluster, if it has this node and the caller the permission; fails otherwise. */
    public Uni<ClusterDesired> require(Permission permission, String cluster, String node) {
        return require(caller(), permission, cluster, node);
    }

    /** The same for who made an earlier request. */
    public Uni<ClusterDesired> require(
            Caller reader, Permission permission, String cluster, String node) {
        return access.require(reader, permission, cluster)
                .call(() -> known(cluster).invoke(nodes -> requireNode(nodes, node)));
    }

    private Uni<List<NodeStatus>> known(String cluster) {
        return statuses.find(pool, cluster).map(NodeQueries::nodesOf);
    }

    private static List<NodeStatus> nodesOf(@Nullable ClusterStatus status) {
        return status == null ? List.of() : status.nodes();
    }

    private static void requireNode(List<NodeStatus> nodes, String wanted) {
        var names = nodes.stream().map(NodeStatus::name).toList();
        if (!names.contains(wanted)) {
            throw new NotFound("node", wanted, NearNames.of(wanted, names));
        }
    }
}
