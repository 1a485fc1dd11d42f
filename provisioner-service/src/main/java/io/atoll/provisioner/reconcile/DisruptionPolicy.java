package io.atoll.provisioner.reconcile;

import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes may be stopped now, to be started anew with other settings. Pure but for the question
 * it may ask.
 */
final class DisruptionPolicy {

    /** A node that runs for so long and does not answer serves nobody: no loss to stop it. */
    private static final Duration HUNG = Duration.ofSeconds(60);

    private DisruptionPolicy() {}

    /**
     * @param canMissOne asked only if it decides: no partition lacks a copy
     */
    static Set<String> replaceable(
            Blueprint blueprint,
            ObservedCluster observed,
            Readiness readiness,
            BooleanSupplier canMissOne,
            Instant now) {
        if (!isOutdated(blueprint, observed)) {
            return Set.of();
        }
        var replaceable = names(blueprint.companions());
        var members = names(blueprint.members());
        if (members.size() == 1
                || (readiness.answering().containsAll(members) && canMissOne.getAsBoolean())) {
            replaceable.addAll(members);
            return replaceable;
        }
        observed.nodes().stream()
                .filter(node -> !readiness.answering().contains(node.name()))
                .filter(node -> isHung(node.run(), now))
                .map(ObservedNode::name)
                .forEach(replaceable::add);
        return replaceable;
    }

    private static Set<String> names(List<NodeBlueprint> nodes) {
        return nodes.stream()
                .map(NodeBlueprint::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isHung(@Nullable Run run, Instant now) {
        return run != null && run.alive() && now.isAfter(run.startedAt().plus(HUNG));
    }

    private static boolean isOutdated(Blueprint blueprint, ObservedCluster observed) {
        return blueprint.nodes().stream()
                .anyMatch(
                        node ->
                                observed.node(node.name())
                                        .filter(found -> found.isAlive() && !found.follows(node))
                                        .isPresent());
    }
}
