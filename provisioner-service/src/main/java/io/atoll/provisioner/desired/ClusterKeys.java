package io.atoll.provisioner.desired;

import io.atoll.kit.control.DueStore;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The due keys of the control loop: ids of clusters. */
@Dependent
class ClusterKeys {

    @Produces
    @Singleton
    DueStore due(Pool pool) {
        return new DueStore(pool, "clusters");
    }
}
