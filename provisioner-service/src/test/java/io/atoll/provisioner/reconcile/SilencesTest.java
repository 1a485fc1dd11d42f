package io.atoll.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.NodeStatus.State;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilencesTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Silences silences = new Silences(PATIENCE);
    private Instant now = LATER;

    @Test
    void aNodeHangsOnceItIsSilentForThePatienceAndSeveralLooks() {
        assertThat(look(State.RUNNING, Set.of())).isEmpty();
        now = now.plus(PATIENCE);
        assertThat(look(State.FAILED, Set.of())).isEmpty();
        look(State.FAILED, Set.of());
        look(State.FAILED, Set.of());
        assertThat(look(State.FAILED, Set.of())).containsExactly("broker-1");
    }

    @Test
    void oneAnswerEndsASilence() {
        looks(10, Set.of());
        now = now.plus(PATIENCE);
        look(State.FAILED, Set.of("broker-1", "broker-2", "broker-3"));
        assertThat(looks(10, Set.of())).isEmpty();
    }

    @Test
    void aClusterOfTheSameIdBeginsAnew() {
        looks(10, Set.of());
        now = now.plus(PATIENCE);
        silences.forget("orders");
        assertThat(looks(10, Set.of())).isEmpty();
    }

    @Test
    void aNodeThatNeverServedOnlyStarts() {
        for (var n = 0; n < 10; n++) {
            assertThat(look(State.STARTING, Set.of())).isEmpty();
            now = now.plus(PATIENCE);
        }
    }

    @Test
    void ofSeveralOneAtATimeAndNoneWhileAnotherHasJustBegun() {
        looks(10, Set.of("broker-2"));
        now = now.plus(PATIENCE);
        assertThat(looks(1, Set.of("broker-2"))).hasSize(1);
        assertThat(silences.hung(begun(now), now)).isEmpty();
        now = now.plus(PATIENCE);
        assertThat(silences.hung(begun(LATER.plus(PATIENCE)), now)).containsExactly("broker-3");
    }

    @Test
    void aPatienceOfNothingMeansNever() {
        var never = new Silences(Duration.ZERO);
        for (var n = 0; n < 10; n++) {
            assertThat(never.hung(seen(State.FAILED, Set.of(), START), now)).isEmpty();
            now = now.plus(PATIENCE);
        }
    }

    private Set<String> looks(int times, Set<String> answering) {
        Set<String> found = Set.of();
        for (var n = 0; n < times; n++) {
            found = look(State.FAILED, answering);
        }
        return found;
    }

    private Set<String> look(State told, Set<String> answering) {
        return silences.hung(seen(told, answering, START), now);
    }

    /** The first was started anew at this time; the third hangs as before. */
    private static Silences.Look begun(Instant at) {
        return seen(State.FAILED, Set.of("broker-2"), at);
    }

    private static Silences.Look seen(State told, Set<String> answering, Instant firstStarted) {
        var observed =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> node(n, n == 1 ? firstStarted : START))
                        .toList();
        var id = new ClusterId("orders");
        return new Silences.Look(
                blueprint(),
                new ObservedCluster(id, true, 0, "/clusters", observed),
                new Readiness(answering, !answering.isEmpty()),
                status(told));
    }

    private static ObservedNode node(int number, Instant startedAt) {
        var run = new Run(number + "@" + startedAt, (long) number, startedAt, true, false);
        return new ObservedNode("broker-" + number, run, null, List.of(), 0, 0, null, null);
    }

    private static Blueprint blueprint() {
        var kind = new KafkaKind();
        var desired = KafkaSamples.desired("orders", 3, 0, true, 0);
        var ports = new TreeMap<String, Integer>();
        kind.ports(desired, new Place.Machine())
                .forEach(wish -> ports.put(wish.use(), 19_000 + ports.size()));
        return kind.blueprint(desired, new Place.Machine(), ports);
    }

    private static ClusterStatus status(State told) {
        var nodes =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                n ->
                                        new NodeStatus(
                                                "broker-" + n,
                                                n,
                                                List.of("broker"),
                                                told,
                                                null,
                                                (long) n,
                                                START,
                                                0,
                                                null))
                        .toList();
        return new ClusterStatus(
                Phase.DEGRADED, 1, List.of(), Map.of(), nodes, null, null, null, null, null, START);
    }
}
