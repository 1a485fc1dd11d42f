package io.atoll.registry.defaultcluster;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.kit.access.Caller;
import java.util.Optional;

/**
 * The choice at one moment.
 *
 * @param version rises with each choice
 * @param chosen false where nobody chose and the cluster is the one of the id {@code default}
 * @param target empty where there is none
 */
record DefaultCluster(long version, boolean chosen, Optional<Target> target) {

    /** A cluster in as much as it matters here. */
    record Target(String name, ClusterScope scope) {

        String id() {
            return scope.id();
        }
    }

    DefaultClusterView view(Caller caller) {
        return target.filter(t -> caller.may(Permission.CLUSTER_VIEW, t.scope()))
                .map(t -> new DefaultClusterView(t.id(), t.name(), version, chosen))
                .orElseGet(() -> new DefaultClusterView(null, null, version, false));
    }

    boolean isChosen(Target other) {
        return chosen && target.map(Target::id).filter(other.id()::equals).isPresent();
    }

    DefaultCluster choose(Target other) {
        return new DefaultCluster(version + 1, true, Optional.of(other));
    }
}
