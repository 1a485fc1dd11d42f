package io.atoll.registry.defaultcluster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the choice. */
@ApplicationScoped
class DefaultClusterQueries {
    private final DefaultClusterStore store;

    DefaultClusterQueries(DefaultClusterStore store) {
        this.store = store;
    }

    Uni<DefaultCluster> get() {
        return Panache.withSession(store::read);
    }
}
