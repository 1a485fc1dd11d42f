package io.atoll.provisioner.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.ObservedNode.Followed;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepPlannerTest {

    private static final ClusterId ID = new ClusterId("orders");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration KEPT = Duration.ofDays(1);

    @Test
    void startsAllNodesOfANewClusterAtOnce() {
        var steps = StepPlanner.plan(present(3, 0, true), ObservedCluster.nothing(ID), NOW);

        assertThat(steps.getFirst()).isEqualTo(new Step.CreateCluster(ID, 0));
        assertThat(steps).hasSize(4);
        assertThat(steps.subList(1, 4)).allMatch(Step.StartNode.class::isInstance);
    }

    @Test
    void replacesOnlyOneNodeAtATimeAndOnlyOneThatMayBeMissed() {
        var observed = running(3, 0);
        var changed = new Present(blueprint(3, 7, true), Set.of("broker-2", "broker-3"));

        assertThat(StepPlanner.plan(changed, observed, NOW))
                .containsExactly(new Step.StopNode(ID, "broker-2", "run-102", false));
    }

    @Test
    void replacesNothingWhileANodeIsDown() {
        var dead = node("broker-1", new Run("run-101", null, NOW, false, false), followed(1, 0));
        var observed =
                observed(0, Stream.concat(Stream.of(dead), running(3, 0).nodes().stream().skip(1)));
        var changed = new Present(blueprint(3, 7, true), Set.of("broker-2"));

        assertThat(StepPlanner.plan(changed, observed, NOW))
                .containsExactly(new Step.SettleEnd(ID, "broker-1"));
    }

    @Test
    void waitsForThePauseAfterACrashUnlessTheBlueprintChanged() {
        var pausing =
                new ObservedNode(
                        "broker-1",
                        null,
                        followed(1, 0),
                        List.of(),
                        3,
                        2,
                        NOW.plusSeconds(4),
                        "It ended.");
        var observed = observed(0, Stream.of(pausing));

        assertThat(StepPlanner.plan(present(1, 0, true), observed, NOW)).isEmpty();
        assertThat(StepPlanner.plan(present(1, 0, true), observed, NOW.plusSeconds(4))).hasSize(1);
        assertThat(StepPlanner.plan(present(1, 1, true), observed, NOW)).hasSize(1);
    }

    @Test
    void wipesOnlyWhenNothingRuns() {
        var wiped = new Present(new Blueprint(ID, 2, true, nodes(1, 0), KEPT), Set.of());

        assertThat(StepPlanner.plan(wiped, running(1, 0), NOW))
                .containsExactly(new Step.StopNode(ID, "broker-1", "run-101", true));
        assertThat(StepPlanner.plan(wiped, observed(0, Stream.of()), NOW))
                .startsWith(new Step.WipeData(ID, 2));
    }

    @Test
    void removesAClusterOnlyWhenNothingRuns() {
        var absent = new Absent(ID, Leftovers.KEEP);

        assertThat(StepPlanner.plan(absent, running(1, 0), NOW))
                .containsExactly(new Step.StopNode(ID, "broker-1", "run-101", false));
        assertThat(StepPlanner.plan(absent, observed(0, Stream.of()), NOW))
                .containsExactly(new Step.RemoveCluster(ID, Leftovers.KEEP));
        assertThat(StepPlanner.plan(absent, ObservedCluster.nothing(ID), NOW)).isEmpty();
    }

    @Test
    void killsStraysAndNeverStartsBesideThem() {
        var stray = new ObservedNode("broker-1", null, null, List.of("run-77"), 0, 0, null, null);

        assertThat(StepPlanner.plan(present(1, 0, true), observed(0, Stream.of(stray)), NOW))
                .containsExactly(new Step.KillStray(ID, "broker-1", "run-77"));
    }

    @Test
    void whateverIsFoundItGetsThereAndThenPlansNothing() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var desired = anyDesired(random);
            var model = new ModelCluster(anyObserved(random));
            for (var pass = 0; pass < 20; pass++) {
                model.take(StepPlanner.plan(desired, model.observed(), NOW.plusSeconds(3600)));
                assertThat(model.mostOfOneNode()).isLessThanOrEqualTo(1);
            }
            assertThat(StepPlanner.plan(desired, model.observed(), NOW.plusSeconds(3600)))
                    .as("round %d: %s", round, desired)
                    .isEmpty();
        }
    }

    private static DesiredCluster anyDesired(Random random) {
        if (random.nextInt(4) == 0) {
            return new Absent(ID, Leftovers.values()[random.nextInt(3)]);
        }
        var blueprint =
                new Blueprint(
                        ID,
                        random.nextInt(3),
                        random.nextBoolean(),
                        nodes(3, random.nextInt(2)),
                        KEPT);
        return new Present(blueprint, Set.of("broker-1", "broker-2", "broker-3"));
    }

    private static ObservedCluster anyObserved(Random random) {
        if (random.nextInt(5) == 0) {
            return ObservedCluster.nothing(ID);
        }
        return observed(
                random.nextInt(2),
                IntStream.rangeClosed(1, 3)
                        .filter(number -> random.nextInt(4) > 0)
                        .mapToObj(number -> anyNode(number, random)));
    }

    private static ObservedNode anyNode(int number, Random random) {
        var run =
                random.nextInt(3) == 0
                        ? null
                        : new Run(
                                "run-" + (100 + number),
                                null,
                                NOW,
                                random.nextBoolean(),
                                random.nextBoolean());
        return node("broker-" + number, run, followed(number, random.nextInt(2)));
    }

    private static Present present(int nodes, long restarts, boolean running) {
        return new Present(blueprint(nodes, restarts, running), Set.of());
    }

    private static Blueprint blueprint(int nodes, long restarts, boolean running) {
        return new Blueprint(ID, 0, running, nodes(nodes, restarts), KEPT);
    }

    private static List<NodeBlueprint> nodes(int count, long restarts) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> nodeBlueprint(n, restarts)).toList();
    }

    private static NodeBlueprint nodeBlueprint(int number, long restarts) {
        return new NodeBlueprint(
                "broker-" + number,
                number,
                List.of("broker"),
                "127.0.0.1:" + (9000 + number),
                "127.0.0.1:" + (9000 + number),
                List.of(9000 + number),
                new NodeBlueprint.Program(Map.of(), Map.of()),
                256,
                restarts);
    }

    private static Followed followed(int number, long restarts) {
        return Followed.of(nodeBlueprint(number, restarts));
    }

    private static ObservedCluster running(int count, long restarts) {
        return observed(
                0,
                IntStream.rangeClosed(1, count)
                        .mapToObj(
                                n ->
                                        node(
                                                "broker-" + n,
                                                new Run("run-" + (100 + n), null, NOW, true, false),
                                                followed(n, restarts))));
    }

    private static ObservedCluster observed(long epoch, Stream<ObservedNode> nodes) {
        return new ObservedCluster(ID, true, epoch, "/clusters/orders", nodes.toList());
    }

    private static ObservedNode node(String name, Run run, Followed followed) {
        return new ObservedNode(name, run, followed, List.of(), 0, 0, null, null);
    }
}
