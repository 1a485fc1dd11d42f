package io.atoll.ops.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the status of a cluster that runs elsewhere, of what a look at it found. Pure. */
final class StatusCalculator {

    private StatusCalculator() {}

    /**
     * @param before what was told last; the same is answered where nothing changed
     */
    static ClusterStatus of(
            ClusterDesired desired,
            ExternalKafkaSpec spec,
            ConnectionTest test,
            @Nullable ClusterStatus before,
            Instant now) {
        var phase = phase(test);
        var next =
                new ClusterStatus(
                        phase,
                        desired.generation(),
                        List.of(ready(desired.generation(), test, phase, before, now)),
                        Map.of("kafka", String.join(",", spec.bootstrapServers())),
                        nodes(test, before),
                        null,
                        null,
                        null,
                        null,
                        null,
                        before == null ? now : before.updatedAt());
        return before != null && next.equals(before) ? before : at(next, now);
    }

    private static Phase phase(ConnectionTest test) {
        var found = test.found();
        if (!test.ok() || found == null) {
            return Phase.FAILED;
        }
        return found.brokers().stream().allMatch(ConnectionTest.Broker::reachable)
                ? Phase.RUNNING
                : Phase.DEGRADED;
    }

    private static Condition ready(
            long generation,
            ConnectionTest test,
            Phase phase,
            @Nullable ClusterStatus before,
            Instant now) {
        var status = phase == Phase.RUNNING ? Condition.Status.TRUE : Condition.Status.FALSE;
        var since =
                former(before)
                        .filter(c -> c.status() == status)
                        .map(Condition::lastTransitionTime)
                        .orElse(now);
        return new Condition(
                ConditionType.READY, status, reason(test, phase), message(test), generation, since);
    }

    private static Optional<Condition> former(@Nullable ClusterStatus before) {
        return before == null
                ? Optional.empty()
                : before.conditions().stream()
                        .filter(c -> c.type().equals(ConditionType.READY))
                        .findFirst();
    }

    private static String reason(ConnectionTest test, Phase phase) {
        var failure = test.failure();
        if (failure == null) {
            return phase == Phase.RUNNING ? "Answers" : "BrokersUnreachable";
        }
        return switch (failure.stage()) {
            case DNS -> "NameUnknown";
            case POLICY -> "RefusedByPolicy";
            case TCP -> "Unreachable";
            case TLS -> "TlsFailed";
            case KAFKA -> "NotKafka";
            case AUTHENTICATION -> "AuthenticationFailed";
            case AUTHORIZATION -> "NotAuthorized";
        };
    }

    private static String message(ConnectionTest test) {
        var failure = test.failure();
        if (failure != null) {
            return failure.message();
        }
        return test.warnings().isEmpty()
                ? "The cluster answers."
                : String.join(" ", test.warnings());
    }

    /** Those of the last look where this one found none. */
    private static List<NodeStatus> nodes(ConnectionTest test, @Nullable ClusterStatus before) {
        var found = test.found();
        if (found == null) {
            return before == null
                    ? List.of()
                    : before.nodes().stream().map(StatusCalculator::away).toList();
        }
        return found.brokers().stream().map(StatusCalculator::node).toList();
    }

    private static NodeStatus node(ConnectionTest.Broker broker) {
        return node(
                "broker-" + broker.id(),
                broker.id(),
                broker.host() + ":" + broker.port(),
                broker.reachable() ? NodeStatus.State.RUNNING : NodeStatus.State.FAILED);
    }

    private static NodeStatus away(NodeStatus node) {
        return node(
                node.name(),
                node.nodeId(),
                Objects.requireNonNullElse(node.address(), ""),
                NodeStatus.State.FAILED);
    }

    private static NodeStatus node(String name, int id, String address, NodeStatus.State state) {
        return new NodeStatus(name, id, List.of("broker"), state, address, null, null, 0, null);
    }

    private static ClusterStatus at(ClusterStatus status, Instant now) {
        return new ClusterStatus(
                status.phase(),
                status.observedGeneration(),
                status.conditions(),
                status.endpoints(),
                status.nodes(),
                null,
                null,
                null,
                null,
                null,
                now);
    }
}
