package io.atoll.registry.capacity;

import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cluster as it counts against limits.
 *
 * @param user who made it
 * @param running false: it takes disk and ports, no memory
 * @param status what is observed of it
 */
public record Stake(
        String id,
        String environment,
        @Nullable String user,
        boolean running,
        int brokers,
        ClusterNeed need,
        ClusterStatus status) {

    long memoryBytes() {
        return running ? need.memoryBytes() : 0;
    }

    /**
     * The part of its memory that a look at the machine at that time has seen in use.
     *
     * @param seen a node that started later than this may not have taken its memory yet
     */
    long settledMemoryBytes(Instant seen) {
        long settled =
                status.nodes().stream()
                        .filter(node -> node.state() == NodeStatus.State.RUNNING)
                        .filter(node -> node.startedAt() != null && node.startedAt().isBefore(seen))
                        .count();
        return memoryBytes() * Math.min(settled, brokers) / brokers;
    }

    boolean holdsPorts() {
        return status.portAllocation() != null;
    }

    /** Whether going from one to the other takes more of anything that is limited. */
    static boolean grows(@Nullable Stake before, Stake after) {
        return before == null
                || after.memoryBytes() > before.memoryBytes()
                || after.need().diskBytes() > before.need().diskBytes()
                || after.need().ports() > before.need().ports()
                || !after.environment().equals(before.environment());
    }
}
