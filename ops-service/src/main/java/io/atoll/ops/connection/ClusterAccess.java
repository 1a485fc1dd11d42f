package io.atoll.ops.connection;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.problem.NotFound;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// What the caller of this request may do at a cluster. A cluster that the caller may not see is
/// answered exactly as one that does not exist.
@RequestScoped
public class ClusterAccess {

    private final ClusterDirectory directory;
    private final DirectoryCatchUp catchUp;
    private final CallerContext context;

    ClusterAccess(ClusterDirectory directory, DirectoryCatchUp catchUp, CallerContext context) {
        this.directory = directory;
        this.catchUp = catchUp;
        this.context = context;
    }

    /// The cluster, where the caller has this permission at it. Call on a virtual thread.
    public ClusterScope require(String clusterId, Permission permission) {
        var caller = context.caller();
        var scope =
                find(clusterId)
                        .map(KnownCluster::scope)
                        .filter(s -> caller.may(Permission.CLUSTER_VIEW, s))
                        .orElseThrow(() -> unknown(clusterId));
        caller.require(permission, scope);
        return scope;
    }

    public String subject() {
        return context.caller().subject();
    }

    private Optional<KnownCluster> find(String clusterId) {
        var known = directory.find(clusterId);
        if (known.isPresent()) {
            return known;
        }
        catchUp.toPresent();
        return directory.find(clusterId);
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
