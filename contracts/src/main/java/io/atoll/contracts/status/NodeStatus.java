package io.atoll.contracts.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node as observed.
 *
 * @param name {@code broker-1} and so on; stable for the life of the cluster
 * @param nodeId Kafka's {@code node.id}
 * @param roles {@code broker}, {@code controller}
 * @param state STOPPED, STARTING, RUNNING, BACKOFF (died and waits for its next start), FAILED
 * @param address {@code host:port} for clients
 * @param restarts how often it was started again after it had died
 * @param lastExit what ended it the last time, in plain words
 */
public record NodeStatus(
        String name,
        int nodeId,
        List<String> roles,
        State state,
        @Nullable String address,
        @Nullable Long pid,
        @Nullable Instant startedAt,
        int restarts,
        @Nullable String lastExit) {

    public NodeStatus {
        roles = List.copyOf(roles);
    }

    /** Where a node is in its life. */
    public enum State {
        STOPPED,
        STARTING,
        RUNNING,
        BACKOFF,
        FAILED
    }
}
