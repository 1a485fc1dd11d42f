package io.atoll.ops.connection;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.problem.NotFound;
import jakarta.enterprise.context.RequestScoped;

/// What the caller of this request may do at a cluster. A cluster that the caller may not see is
/// answered exactly as one that does not exist.
@RequestScoped
public class ClusterAccess {

    private final ClusterDirectory directory;
    private final CallerContext context;

    ClusterAccess(ClusterDirectory directory, CallerContext context) {
        this.directory = directory;
        this.context = context;
    }

    /// The cluster, where the caller has this permission at it.
    public ClusterScope require(String clusterId, Permission permission) {
        var caller = context.caller();
        var scope =
                directory
                        .find(clusterId)
                        .map(KnownCluster::scope)
                        .filter(s -> caller.may(Permission.CLUSTER_VIEW, s))
                        .orElseThrow(() -> unknown(clusterId));
        caller.require(permission, scope);
        return scope;
    }

    public String subject() {
        return context.caller().subject();
    }

    private NotFound unknown(String clusterId) {
        var caller = context.caller();
        var visible =
                directory.all().stream()
                        .map(KnownCluster::scope)
                        .filter(s -> caller.may(Permission.CLUSTER_VIEW, s))
                        .map(ClusterScope::id)
                        .toList();
        return new NotFound("cluster", clusterId, NearNames.of(clusterId, visible));
    }
}
