package io.atoll.ops.connection;

/// Whether a cluster can be talked to, after what its spec and status say.
public sealed interface Reach {

    /// Clients can connect. `dataEpoch` tells clusters apart that were wiped in between.
    record At(String bootstrap, long dataEpoch) implements Reach {}

    /// Not yet: it should become reachable by itself.
    record Opening(String reason) implements Reach {}

    /// Not until somebody acts.
    record Closed(String reason) implements Reach {}
}
