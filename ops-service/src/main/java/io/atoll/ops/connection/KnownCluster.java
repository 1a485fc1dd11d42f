package io.atoll.ops.connection;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import org.jspecify.annotations.Nullable;

/// The latest spec and status of one cluster.
public record KnownCluster(ClusterDesired desired, @Nullable ClusterStatusChanged status) {

    public String id() {
        return desired.id();
    }

    public ClusterScope scope() {
        return desired.scope();
    }

    /// @param endpoint name of the endpoint to reach it at
    public Reach reach(String endpoint) {
        return ReachCalculator.of(desired, status == null ? null : status.status(), endpoint);
    }
}
