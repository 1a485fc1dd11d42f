package io.atoll.registry.capacity;

/**
 * What clusters are promised, leaving out the one in question and those on their way out.
 *
 * @param all every one
 * @param environment those of one environment
 * @param user those of one user
 * @param startingMemoryBytes promised to nodes that the machine's figures do not show yet
 * @param newDiskBytes needed by clusters of which nothing runs yet
 * @param newPorts of clusters whose ports the machine's figures do not show yet
 */
record Taken(
        Sum all,
        Sum environment,
        Sum user,
        long startingMemoryBytes,
        long newDiskBytes,
        long newPorts) {

    /**
     * @param clusters stopped ones too
     * @param memoryBytes of those that are meant to run
     */
    record Sum(long clusters, long memoryBytes) {}
}
