package io.atoll.contracts.spec;

/**
 * What a cluster is promised.
 *
 * @param memoryBytes what all its nodes take at most while they run: heap and overhead
 * @param diskBytes what it needs at least
 * @param ports how many it holds
 */
public record ClusterNeed(long memoryBytes, long diskBytes, int ports) {}
