package io.atoll.provisioner.status;

import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.NodeStatus.State;
import io.atoll.contracts.status.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened between two statuses of a cluster. Pure. */
final class EventFactory {

    private final ClusterDesired desired;
    private final long sequence;

    /**
     * @param sequence of the newer status: makes the ids of events
     */
    EventFactory(ClusterDesired desired, long sequence) {
        this.desired = desired;
        this.sequence = sequence;
    }

    List<AtollEvent> between(@Nullable ClusterStatus before, ClusterStatus after) {
        var events = new ArrayList<AtollEvent>();
        for (var node : after.nodes()) {
            nodeChange(before == null ? null : find(before, node.name()), node, after, events);
        }
        var from = before == null ? Phase.PENDING : before.phase();
        if (from != after.phase()) {
            events.add(phaseChange(from, after));
        }
        return events;
    }

    private void nodeChange(
            @Nullable NodeStatus before,
            NodeStatus node,
            ClusterStatus after,
            List<AtollEvent> events) {
        var known = before == null ? null : before.startedAt();
        if (node.state() == State.BACKOFF
                && (before == null || before.state() != State.BACKOFF || known != null)) {
            events.add(nodeDied(node, after));
        }
        if (node.state() == State.STOPPED && known != null) {
            events.add(nodeStopped(node, after));
        }
        if (node.startedAt() != null && !Objects.equals(node.startedAt(), known)) {
            events.add(nodeStarted(node, after));
        }
    }

    private AtollEvent nodeDied(NodeStatus node, ClusterStatus after) {
        var why = node.lastExit() == null ? "it is gone" : node.lastExit();
        return event(
                EventType.NODE_DIED,
                Severity.WARNING,
                "%s of cluster %s ended: %s".formatted(node.name(), desired.name(), why),
                after,
                Map.of("node", node.name(), "reason", why));
    }

    private AtollEvent nodeStopped(NodeStatus node, ClusterStatus after) {
        var why = node.lastExit() == null ? "Stopped." : node.lastExit();
        return event(
                EventType.NODE_STOPPED,
                Severity.NOTICE,
                "%s of cluster %s was ended: %s".formatted(node.name(), desired.name(), why),
                after,
                Map.of("node", node.name(), "reason", why));
    }

    private AtollEvent nodeStarted(NodeStatus node, ClusterStatus after) {
        return event(
                EventType.NODE_STARTED,
                Severity.NOTICE,
                "%s of cluster %s was started.".formatted(node.name(), desired.name()),
                after,
                node.pid() == null
                        ? Map.of("node", node.name())
                        : Map.of("node", node.name(), "pid", String.valueOf(node.pid())));
    }

    private AtollEvent phaseChange(Phase from, ClusterStatus after) {
        var to = after.phase();
        return event(
                EventType.CLUSTER_PHASE_CHANGED,
                severity(to),
                "Cluster %s is %s now."
                        .formatted(desired.name(), to.name().toLowerCase(Locale.ROOT)),
                after,
                Map.of("from", from.name(), "to", to.name()));
    }

    private static Severity severity(Phase phase) {
        return switch (phase) {
            case RUNNING -> Severity.SUCCESS;
            case DEGRADED -> Severity.WARNING;
            case FAILED -> Severity.ERROR;
            case PENDING, CREATING, STOPPING, STOPPED, DELETING -> Severity.NOTICE;
        };
    }

    private AtollEvent event(
            String type,
            Severity severity,
            String message,
            ClusterStatus after,
            Map<String, String> attributes) {
        var about = attributes.getOrDefault("node", "");
        return new AtollEvent(
                "%s-%d-%s%s".formatted(desired.id(), sequence, type, about),
                type,
                severity,
                desired.id(),
                desired.environment(),
                desired.tags(),
                message,
                after.updatedAt(),
                null,
                attributes);
    }

    private static @Nullable NodeStatus find(ClusterStatus status, String node) {
        return status.nodes().stream()
                .filter(known -> known.name().equals(node))
                .findFirst()
                .orElse(null);
    }
}
