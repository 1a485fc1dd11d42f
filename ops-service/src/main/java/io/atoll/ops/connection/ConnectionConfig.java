package io.atoll.ops.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Bounds of the connections to clusters.
@ConfigMapping(prefix = "atoll.connection")
public interface ConnectionConfig {

    /// Name of the endpoint of a cluster's status that clients connect to: `kafka`, or
    /// `kafka_internal` where this service runs in the network of the clusters' containers.
    @WithDefault("kafka")
    String endpoint();

    /// Requests that may be under way at one cluster; more wait for `queue-timeout`.
    @WithDefault("16")
    int concurrency();

    /// Consumers that may be open at one cluster: each can hold some 10 MB.
    @WithDefault("8")
    int consumers();

    /// How long a request waits for its turn at a busy cluster.
    @WithDefault("2s")
    Duration queueTimeout();

    /// How long a request waits for a cluster that is just starting.
    @WithDefault("1500ms")
    Duration openingTimeout();

    /// The longest wait for one answer of a cluster.
    @WithDefault("6s")
    Duration callTimeout();

    /// Clients unused for so long are closed.
    @WithDefault("5m")
    Duration idleTimeout();

    /// Failures in a row after which a cluster is left alone.
    @WithDefault("2")
    int breakerThreshold();

    /// How long it is left alone at first; doubles up to `breaker-longest-wait`.
    @WithDefault("1s")
    Duration breakerFirstWait();

    /// The longest time that it is left alone before it is tried again.
    @WithDefault("15s")
    Duration breakerLongestWait();
}
