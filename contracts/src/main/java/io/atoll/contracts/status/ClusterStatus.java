package io.atoll.contracts.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is observed of a cluster. Written by the provisioner, and of external clusters by ops.
 *
 * @param endpoints by name; {@code kafka} holds the bootstrap servers, absent until they are known
 * @param dataDirectory where its data lies, absent where the runtime has no directories
 * @param networkName the network that isolates it, absent where the runtime has none
 */
public record ClusterStatus(
        Phase phase,
        long observedGeneration,
        List<Condition> conditions,
        Map<String, String> endpoints,
        List<NodeStatus> nodes,
        @Nullable PortAllocation portAllocation,
        @Nullable String dataDirectory,
        @Nullable String networkName,
        @Nullable Instant lastStarted,
        @Nullable Instant lastStopped,
        Instant updatedAt) {

    public ClusterStatus {
        conditions = List.copyOf(conditions);
        endpoints = Map.copyOf(endpoints);
        nodes = List.copyOf(nodes);
    }

    /** The status of a cluster that nobody has looked at yet. */
    public static ClusterStatus pending(Instant at) {
        return new ClusterStatus(
                Phase.PENDING, 0, List.of(), Map.of(), List.of(), null, null, null, null, null, at);
    }
}
