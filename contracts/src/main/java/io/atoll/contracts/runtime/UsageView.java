package io.atoll.contracts.runtime;

import java.time.Instant;
import java.util.List;

/**
 * What a cluster uses, summed over its nodes.
 *
 * @param cpuCores cores kept busy over the last sampling interval: 0.5 is half a core
 * @param memoryBytes resident memory
 * @param diskBytes bytes of its directories on disk
 * @param promisedMemoryBytes what its nodes take at most; 0 while it is not meant to run
 * @param promisedDiskBytes what it needs at least
 * @param sampledAt when this was measured
 */
public record UsageView(
        String clusterId,
        double cpuCores,
        long memoryBytes,
        long diskBytes,
        long promisedMemoryBytes,
        long promisedDiskBytes,
        Instant sampledAt,
        List<Node> nodes) {

    /** The same for one node. */
    public record Node(String name, double cpuCores, long memoryBytes, long diskBytes) {}
}
