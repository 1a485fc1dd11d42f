package io.atoll.contracts.cluster;

/** A word for people, computed from the conditions; nothing branches on it. */
public enum Phase {
    PENDING,
    CREATING,
    RUNNING,
    DEGRADED,
    STOPPING,
    STOPPED,
    DELETING,
    FAILED
}
