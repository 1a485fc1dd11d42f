package io.atoll.contracts.runtime;

/**
 * What the clusters of one environment or of one user are promised, and what they take.
 *
 * @param name of the environment or user
 * @param clusters how many there are, stopped ones too
 * @param running how many of them are meant to run
 * @param promisedMemoryBytes what those that are meant to run take at most
 * @param promisedDiskBytes what all of them need at least
 * @param cpuCores cores kept busy over the last sampling interval
 * @param memoryBytes resident memory
 */
public record UsageSum(
        String name,
        int clusters,
        int running,
        long promisedMemoryBytes,
        long promisedDiskBytes,
        double cpuCores,
        long memoryBytes,
        long diskBytes) {}
