package io.atoll.provisioner.status;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From one look at a cluster, and what was told about it before, to its status. Pure. */
public final class StatusCalculator {

    private StatusCalculator() {}

    /** Equal to the previous one, its time included, where nothing changed. */
    public static ClusterStatus compute(
            @Nullable ClusterStatus previous, Assessment found, Instant now) {
        var conditions = new ConditionCalculator(found, previous, now).all();
        var nodes = new NodeCalculator(found, previous).all();
        var phase = PhaseCalculator.phase(found, conditions);
        var plan = found.plan();
        var next =
                new ClusterStatus(
                        phase,
                        found.desired().generation(),
                        conditions,
                        plan == null ? Map.of() : plan.endpoints(),
                        nodes,
                        plan == null ? null : plan.ports(),
                        found.observed().directory(),
                        found.observed().network(),
                        lastStarted(previous, nodes),
                        lastStopped(previous, phase, now),
                        previous == null ? now : previous.updatedAt());
        return next.equals(previous) ? next : at(next, now);
    }

    private static @Nullable Instant lastStarted(
            @Nullable ClusterStatus previous, List<NodeStatus> nodes) {
        return nodes.stream()
                .map(NodeStatus::startedAt)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Instant::compareTo)
                .orElse(previous == null ? null : previous.lastStarted());
    }

    private static @Nullable Instant lastStopped(
            @Nullable ClusterStatus previous, Phase phase, Instant now) {
        if (previous == null) {
            return null;
        }
        var stopsNow =
                phase == Phase.STOPPED
                        && previous.phase() != Phase.STOPPED
                        && previous.lastStarted() != null;
        return stopsNow ? now : previous.lastStopped();
    }

    private static ClusterStatus at(ClusterStatus status, Instant now) {
        return new ClusterStatus(
                status.phase(),
                status.observedGeneration(),
                status.conditions(),
                status.endpoints(),
                status.nodes(),
                status.portAllocation(),
                status.dataDirectory(),
                status.networkName(),
                status.lastStarted(),
                status.lastStopped(),
                now);
    }
}
