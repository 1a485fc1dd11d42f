package io.atoll.provisioner.runtime;

import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// From what is observed to the next steps towards what is desired. Pure: planning again for what
/// the steps lead to gives no steps. Order of a plan: ends, wiping, starts, and only when there is
/// none of these the ends of nodes that hang, else one planned replacement.
public final class StepPlanner {

    private StepPlanner() {}

    public static List<Step> plan(DesiredCluster desired, ObservedCluster observed, Instant now) {
        return switch (desired) {
            case Absent absent -> absence(absent, observed);
            case Present present when present.blueprint().running() ->
                    running(present, observed, now);
            case Present present -> stopped(present.blueprint(), observed);
        };
    }

    private static List<Step> absence(Absent absent, ObservedCluster observed) {
        if (observed.anyAlive()) {
            return stopAll(observed, absent.leftovers() == Leftovers.REMOVE);
        }
        return observed.exists()
                ? List.of(new Step.RemoveCluster(absent.id(), absent.leftovers()))
                : List.of();
    }

    private static List<Step> stopped(Blueprint blueprint, ObservedCluster observed) {
        if (!observed.exists()) {
            return List.of(new Step.CreateCluster(blueprint.id(), blueprint.dataEpoch()));
        }
        var wipe = observed.dataEpoch() < blueprint.dataEpoch();
        if (observed.anyAlive()) {
            return stopAll(observed, wipe);
        }
        var steps = new ArrayList<>(settleEnds(observed));
        steps.addAll(removeUnwanted(blueprint, observed));
        if (wipe) {
            steps.add(new Step.WipeData(blueprint.id(), blueprint.dataEpoch()));
        }
        return steps;
    }

    private static List<Step> running(Present present, ObservedCluster observed, Instant now) {
        var blueprint = present.blueprint();
        var steps = new ArrayList<Step>();
        if (!observed.exists()) {
            steps.add(new Step.CreateCluster(blueprint.id(), blueprint.dataEpoch()));
        } else if (observed.dataEpoch() < blueprint.dataEpoch()) {
            if (observed.anyAlive()) {
                return stopAll(observed, true);
            }
            steps.add(new Step.WipeData(blueprint.id(), blueprint.dataEpoch()));
        }
        steps.addAll(killStrays(observed));
        steps.addAll(settleEnds(observed));
        steps.addAll(removeUnwanted(blueprint, observed));
        blueprint.nodes().stream()
                .filter(node -> mayStart(observed.node(node.name()), node, now))
                .forEach(node -> steps.add(new Step.StartNode(blueprint.id(), node)));
        steps.addAll(continueStops(observed));
        if (steps.isEmpty()) {
            steps.addAll(endHung(present, observed));
        }
        return steps.isEmpty() ? replacement(present, observed) : steps;
    }

    private static List<Step> endHung(Present present, ObservedCluster observed) {
        return observed.nodes().stream()
                .filter(node -> present.hung().contains(node.name()) && node.isAlive())
                .<Step>map(
                        node ->
                                new Step.EndHung(
                                        observed.id(),
                                        node.name(),
                                        Objects.requireNonNull(node.run()).id()))
                .toList();
    }

    /// Companions that nobody asks for any more. Members of a cluster never go like that.
    private static List<Step> removeUnwanted(Blueprint blueprint, ObservedCluster observed) {
        var wanted = blueprint.nodes().stream().map(NodeBlueprint::name).toList();
        return observed.nodes().stream()
                .filter(node -> NodeBlueprint.isCompanion(node.name()))
                .filter(node -> !wanted.contains(node.name()) && node.strays().isEmpty())
                .filter(node -> !node.isStopping() && !node.isDead())
                .<Step>map(
                        node ->
                                node.isAlive()
                                        ? stop(observed.id(), node, false)
                                        : new Step.RemoveNode(observed.id(), node.name()))
                .toList();
    }

    private static boolean mayStart(
            Optional<ObservedNode> observed, NodeBlueprint node, Instant now) {
        return observed.map(
                        found ->
                                found.run() == null
                                        && found.strays().isEmpty()
                                        && (found.notBefore() == null
                                                || !now.isBefore(found.notBefore())
                                                || !found.follows(node)))
                .orElse(true);
    }

    /// The first node that runs after an older blueprint and may be stopped now.
    private static List<Step> replacement(Present present, ObservedCluster observed) {
        return present.blueprint().nodes().stream()
                .filter(node -> present.replaceable().contains(node.name()))
                .flatMap(node -> observed.node(node.name()).filter(o -> !o.follows(node)).stream())
                .filter(ObservedNode::isAlive)
                .limit(1)
                .map(outdated -> stop(observed.id(), outdated, false))
                .toList();
    }

    private static List<Step> continueStops(ObservedCluster observed) {
        return observed.nodes().stream()
                .filter(ObservedNode::isStopping)
                .map(node -> stop(observed.id(), node, false))
                .toList();
    }

    private static List<Step> stopAll(ObservedCluster observed, boolean force) {
        return Stream.concat(
                        killStrays(observed).stream(),
                        observed.nodes().stream()
                                .filter(ObservedNode::isAlive)
                                .map(node -> stop(observed.id(), node, force)))
                .toList();
    }

    private static Step stop(ClusterId id, ObservedNode node, boolean force) {
        Run run = Objects.requireNonNull(node.run());
        return new Step.StopNode(id, node.name(), run.id(), force);
    }

    private static List<Step> killStrays(ObservedCluster observed) {
        return observed.nodes().stream()
                .flatMap(
                        node ->
                                node.strays().stream()
                                        .<Step>map(
                                                run ->
                                                        new Step.KillStray(
                                                                observed.id(), node.name(), run)))
                .toList();
    }

    private static List<Step> settleEnds(ObservedCluster observed) {
        return observed.nodes().stream()
                .filter(ObservedNode::isDead)
                .<Step>map(node -> new Step.SettleEnd(observed.id(), node.name()))
                .toList();
    }
}
