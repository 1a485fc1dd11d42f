package io.atoll.registry.cluster;

import io.atoll.contracts.spec.Origin;
import io.atoll.registry.capacity.CapacityService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Whether a cluster can be as it would be: free id, name and ports, and enough of everything. */
@ApplicationScoped
class Room {

    private final Vacancy vacancy;
    private final CapacityService capacity;

    Room(Vacancy vacancy, CapacityService capacity) {
        this.vacancy = vacancy;
        this.capacity = capacity;
    }

    /** The new cluster with its first generation and what a person should know about its room. */
    Uni<Cluster> forNew(Cluster cluster) {
        if (cluster.origin() == Origin.EXTERNAL) {
            return vacancy.forNew(cluster);
        }
        return vacancy.forNew(cluster)
                .chain(free -> capacity.take(null, free.stake()).map(w -> warned(free, w)));
    }

    /** The changed cluster, with what a person should know about its room. */
    Uni<Cluster> forChanged(Cluster before, Cluster after) {
        if (after.deleting() || after.generation() == before.generation()) {
            return Uni.createFrom().item(after);
        }
        if (after.origin() == Origin.EXTERNAL) {
            return vacancy.forNameAndPorts(after).replaceWith(after);
        }
        return vacancy.forNameAndPorts(after)
                .chain(() -> capacity.take(before.stake(), after.stake()))
                .map(warnings -> warned(after, warnings));
    }

    private static Cluster warned(Cluster cluster, List<String> more) {
        return more.isEmpty()
                ? cluster
                : cluster.warned(
                        Stream.concat(cluster.warnings().stream(), more.stream()).toList());
    }
}
