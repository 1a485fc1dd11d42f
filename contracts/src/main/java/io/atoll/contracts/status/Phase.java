package io.atoll.contracts.status;

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
