package io.atoll.registry.cluster;

import io.atoll.contracts.event.EventType;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** One transaction for each status observed of a cluster. */
@ApplicationScoped
public class ClusterObserver {

    private final ClusterStore store;
    private final ClusterMessages messages;
    private final Clock clock;

    ClusterObserver(ClusterStore store, ClusterMessages messages, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    /** Keeps an observation, or forgets a cluster that was to go and is gone. */
    public Uni<Void> observe(ClusterStatusChanged change) {
        return Panache.withTransaction(
                () ->
                        store.lock(change.id())
                                .chain(
                                        found ->
                                                found.map(cluster -> observe(cluster, change))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .voidItem())));
    }

    private Uni<Void> observe(Cluster cluster, ClusterStatusChanged change) {
        if (change.status().observedGeneration() < cluster.firstGeneration()
                && cluster.firstGeneration() > 1) {
            return Uni.createFrom().voidItem(); // of an earlier cluster with this id
        }
        if (!change.gone()) {
            return store.observe(cluster.id(), change.sequence(), change.status())
                    .replaceWithVoid();
        }
        if (!cluster.deleting()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String message = "Cluster %s was deleted.".formatted(cluster.wish().name());
        return store.retire(cluster, now)
                .chain(() -> messages.gone(cluster, EventType.CLUSTER_DELETED, message, null, now));
    }
}
