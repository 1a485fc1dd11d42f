package io.atoll.ops.connection;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
        var known = find(clusterId).map(KnownCluster::scope);
        var scope =
                known.filter(s -> caller.may(Permission.CLUSTER_VIEW, s))
                        .orElseThrow(() -> unknown(known.isPresent(), clusterId));
        caller.require(permission, scope);
        return scope;
    }

    /// The cluster, where the caller has this permission for some names in it at least: what is
    /// answered must pass {@link #visible}.
    public ClusterScope requireSome(String clusterId, Permission permission) {
        var scope = require(clusterId, Permission.CLUSTER_VIEW);
        context.caller().requireSome(permission, scope);
        return scope;
    }

    /// The cluster, where the caller has this permission on the topic or group of this name.
    ///
    /// @param sight what makes a name of this kind visible
    public ClusterScope requireOn(
            String clusterId, Permission permission, Permission sight, String name) {
        var scope = require(clusterId, Permission.CLUSTER_VIEW);
        context.caller().requireOn(permission, sight, scope, name);
        return scope;
    }

    /// As {@link #requireOn}, for a topic.
    public ClusterScope requireTopic(String clusterId, Permission permission, String topic) {
        return requireOn(clusterId, permission, Permission.TOPIC_VIEW, topic);
    }

    /// Which names of the cluster the caller has this permission on.
    public Predicate<String> visible(String clusterId, Permission permission) {
        var scope = require(clusterId, Permission.CLUSTER_VIEW);
        var rights = context.caller().rights();
        return rights.may(permission, scope)
                ? name -> true
                : name -> rights.may(permission, scope, name);
    }

    /// What the caller may do to the topic of this name.
    public Set<Permission> onTopic(String clusterId, String topic) {
        var scope = require(clusterId, Permission.CLUSTER_VIEW);
        return context.caller().rights().onName(Permission.Resource.TOPIC, scope, topic);
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

    private NotFound unknown(boolean hidden, String clusterId) {
        var caller = context.caller();
        var visible =
                directory.all().stream()
                        .map(KnownCluster::scope)
                        .filter(s -> caller.may(Permission.CLUSTER_VIEW, s))
                        .map(ClusterScope::id)
                        .toList();
        return NotFound.orHidden(hidden, "cluster", clusterId, NearNames.of(clusterId, visible));
    }
}
