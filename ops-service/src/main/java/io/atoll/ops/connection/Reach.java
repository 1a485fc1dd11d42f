package io.atoll.ops.connection;

import io.atoll.contracts.spec.ExternalKafkaSpec;
import org.jspecify.annotations.Nullable;

/// Whether a cluster can be talked to, after what its spec and status say.
public sealed interface Reach {

    /// Clients can connect. `dataEpoch` tells clusters apart that were wiped in between.
    ///
    /// @param external how a cluster that runs elsewhere is reached; other credentials are another
    ///     reach
    record At(String bootstrap, long dataEpoch, @Nullable ExternalKafkaSpec external)
            implements Reach {

        At(String bootstrap, long dataEpoch) {
            this(bootstrap, dataEpoch, null);
        }
    }

    /// Not yet: it should become reachable by itself.
    record Opening(String reason) implements Reach {}

    /// Not until somebody acts.
    record Closed(String reason) implements Reach {}
}
