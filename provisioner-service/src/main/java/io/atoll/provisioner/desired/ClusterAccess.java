package io.atoll.provisioner.desired;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.access.Caller;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether a caller may do something to a cluster. */
@ApplicationScoped
public class ClusterAccess {

    private final Pool pool;
    private final DesiredStore store;

    ClusterAccess(Pool pool, DesiredStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** Fails with 404, near names of visible clusters included, or with 403. */
    public Uni<ClusterDesired> require(Caller caller, Permission permission, String id) {
        return store.all(pool).map(wishes -> pick(wishes, caller, permission, id));
    }

    /** The clusters that the caller has the permission on. */
    public Uni<List<ClusterDesired>> visible(Caller caller, Permission permission) {
        return store.all(pool)
                .map(
                        wishes ->
                                wishes.stream()
                                        .map(Wish::desired)
                                        .filter(known -> caller.may(permission, known.scope()))
                                        .toList());
    }

    private static ClusterDesired pick(
            List<Wish> wishes, Caller caller, Permission permission, String id) {
        var all = wishes.stream().filter(wish -> !wish.forgotten()).map(Wish::desired).toList();
        var visible =
                all.stream()
                        .filter(known -> caller.may(Permission.CLUSTER_VIEW, known.scope()))
                        .toList();
        var found =
                visible.stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> notFound(all, visible, id));
        caller.require(permission, found.scope());
        return found;
    }

    private static NotFound notFound(
            List<ClusterDesired> all, List<ClusterDesired> visible, String id) {
        boolean hidden = all.stream().anyMatch(known -> known.id().equals(id));
        var known = visible.stream().map(ClusterDesired::id).toList();
        return NotFound.orHidden(hidden, "cluster", id, NearNames.of(id, known));
    }
}
