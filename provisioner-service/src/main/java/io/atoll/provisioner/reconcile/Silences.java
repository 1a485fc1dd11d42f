package io.atoll.provisioner.reconcile;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Since when nodes that run and served clients give no answer. Kept in memory: what is forgotten
 * costs the patience once more. One look that finds an answer ends a silence.
 */
@ApplicationScoped
class Silences {

    /** So that a pause of this service itself is not taken for one of a node. */
    private static final int LOOKS = 5;

    private final Duration patience;
    private final Map<String, Map<String, Silence>> ofClusters = new ConcurrentHashMap<>();

    @Inject
    Silences(ReconcileConfig config) {
        this(config.hangPatience());
    }

    Silences(Duration patience) {
        this.patience = patience;
    }

    private record Silence(Instant since, int looks) {

        Silence again() {
            return new Silence(since, looks + 1);
        }
    }

    /** What one look found. */
    record Look(
            Blueprint blueprint,
            ObservedCluster observed,
            Readiness readiness,
            @Nullable ClusterStatus previous) {

        List<ObservedNode> silent() {
            return blueprint.members().stream()
                    .flatMap(node -> observed.node(node.name()).stream())
                    .filter(node -> node.isAlive() && !node.isStopping())
                    .filter(node -> !readiness.answering().contains(node.name()))
                    .toList();
        }

        /** It was told to have answered since it was started. */
        boolean served(ObservedNode node) {
            return told(node)
                    .filter(known -> known.state() != NodeStatus.State.STARTING)
                    .filter(known -> Objects.equals(known.startedAt(), run(node).startedAt()))
                    .isPresent();
        }

        private Optional<NodeStatus> told(ObservedNode node) {
            return previous == null
                    ? Optional.empty()
                    : previous.nodes().stream()
                            .filter(known -> known.name().equals(node.name()))
                            .findFirst();
        }
    }

    /**
     * Names of the nodes that hang, at most one: the next has to wait until the one before answers,
     * or has had its time.
     */
    Set<String> hung(Look look, Instant now) {
        var silent = look.silent();
        var served = silent.stream().filter(look::served).toList();
        var silences = remember(look.blueprint().id().value(), served, now);
        var starting = silent.stream().filter(node -> !served.contains(node));
        if (!patience.isPositive() || starting.anyMatch(node -> isYoung(node, now))) {
            return Set.of();
        }
        return served.stream()
                .filter(node -> isOver(Objects.requireNonNull(silences.get(run(node).id())), now))
                .map(ObservedNode::name)
                .limit(1)
                .collect(Collectors.toSet());
    }

    /** Of a cluster that goes. */
    void forget(String id) {
        ofClusters.remove(id);
    }

    private Map<String, Silence> remember(String id, List<ObservedNode> silent, Instant now) {
        var known = ofClusters.getOrDefault(id, Map.of());
        var next = new HashMap<String, Silence>();
        for (var node : silent) {
            var run = run(node).id();
            next.put(run, known.getOrDefault(run, new Silence(now, 0)).again());
        }
        if (next.isEmpty()) {
            ofClusters.remove(id);
        } else {
            ofClusters.put(id, next);
        }
        return next;
    }

    private boolean isYoung(ObservedNode node, Instant now) {
        return now.isBefore(run(node).startedAt().plus(patience));
    }

    private boolean isOver(Silence silence, Instant now) {
        return silence.looks() >= LOOKS && !now.isBefore(silence.since().plus(patience));
    }

    private static ObservedNode.Run run(ObservedNode node) {
        return Objects.requireNonNull(node.run());
    }
}
