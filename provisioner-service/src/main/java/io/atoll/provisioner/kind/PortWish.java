package io.atoll.provisioner.kind;

import org.jspecify.annotations.Nullable;

/// One port that a cluster needs.
///
/// @param use names it within the cluster, for example `broker-2.client`
/// @param port asked for by number, absent where any will do
/// @param audience who connects to it
public record PortWish(String use, @Nullable Integer port, Audience audience) {

    /// Ports for people are taken from the lower end of the pool, the others from its middle.
    public enum Audience {
        CLIENTS,
        NODES
    }
}
