package io.atoll.provisioner.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.event.EventType;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusCalculatorTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant T1 = T0.plusSeconds(10);
    private static final Map<String, Integer> PORTS =
            Map.of("broker-1.client", 9000, "broker-1.controller", 9500);

    @Test
    void goesFromCreatingToRunningAndKeepsTheTimeOfUnchangedConditions() {
        var creating = StatusCalculator.compute(null, found(true, alive(), Set.of()), T0);
        var running = StatusCalculator.compute(creating, found(true, alive(), all()), T1);

        assertThat(creating.phase()).isEqualTo(Phase.CREATING);
        assertThat(running.phase()).isEqualTo(Phase.RUNNING);
        assertThat(condition(running, "Provisioned").lastTransitionTime()).isEqualTo(T0);
        assertThat(condition(running, "Ready").lastTransitionTime()).isEqualTo(T1);
        assertThat(running.nodes().getFirst().state()).isEqualTo(NodeStatus.State.RUNNING);
        assertThat(running.endpoints()).containsEntry("kafka", "127.0.0.1:9000");
    }

    @Test
    void isEqualToThePreviousOneWhereNothingChanged() {
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);

        assertThat(StatusCalculator.compute(running, found(true, alive(), all()), T1))
                .isEqualTo(running);
    }

    @Test
    void tellsAClusterThatStoppedAnsweringFromOneThatStarts() {
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);
        var hung = StatusCalculator.compute(running, found(true, alive(), Set.of()), T1);

        assertThat(hung.phase()).isEqualTo(Phase.DEGRADED);
        assertThat(condition(hung, "Ready").reason()).isEqualTo("NodesNotAnswering");
        assertThat(hung.nodes().getFirst().state()).isEqualTo(NodeStatus.State.FAILED);
    }

    @Test
    void aNodeThatCrashesAgainAndAgainMakesItFailAndItsLastExitIsShown() {
        var crashed = node(null, 3, "Out of memory: its heap is too small.");
        var status = StatusCalculator.compute(null, found(true, crashed, Set.of()), T0);

        assertThat(status.phase()).isEqualTo(Phase.FAILED);
        assertThat(status.nodes().getFirst().state()).isEqualTo(NodeStatus.State.BACKOFF);
        assertThat(condition(status, "Provisioned").message()).contains("Out of memory");
    }

    @Test
    void stopsThroughStoppingAndNotesWhen() {
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);
        var stopping = StatusCalculator.compute(running, found(false, alive(), Set.of()), T1);
        var stopped =
                StatusCalculator.compute(
                        stopping, found(false, node(null, 0, "Stopped."), Set.of()), T1);

        assertThat(stopping.phase()).isEqualTo(Phase.STOPPING);
        assertThat(stopped.phase()).isEqualTo(Phase.STOPPED);
        assertThat(stopped.lastStopped()).isEqualTo(T1);
    }

    @Test
    void whatBlocksIsSaidInProvisioned() {
        var blocked = new Convergence.Blocked("PortTaken", "Port 9000 is used.");
        var found = found(true, node(null, 0, null), Set.of(), blocked);
        var status = StatusCalculator.compute(null, found, T0);

        assertThat(status.phase()).isEqualTo(Phase.FAILED);
        assertThat(condition(status, "Provisioned").reason()).isEqualTo("PortTaken");
        assertThat(condition(status, "Accepted").status()).isEqualTo(Condition.Status.TRUE);
    }

    @Test
    void howFarAPullIsIsSaidInProvisioned() {
        var pulls =
                new Convergence.Preparing(
                        Duration.ofSeconds(1), "PullingImage", "1 of 2 layers are there.");
        var found = found(true, node(null, 0, null), Set.of(), pulls);
        var status = StatusCalculator.compute(null, found, T0);

        assertThat(status.phase()).isEqualTo(Phase.CREATING);
        assertThat(condition(status, "Provisioned").reason()).isEqualTo("PullingImage");
        assertThat(condition(status, "Provisioned").message())
                .isEqualTo("1 of 2 layers are there.");
    }

    @Test
    void aRuntimeThatIsAwaySaysSoAndTakesNothingFromWhatAnswers() {
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);
        var answering = StatusCalculator.compute(running, unseen(all()), T1);
        var silent = StatusCalculator.compute(answering, unseen(Set.of()), T1);

        assertThat(answering.phase()).isEqualTo(Phase.RUNNING);
        assertThat(answering.nodes()).isEqualTo(running.nodes());
        assertThat(condition(answering, "Provisioned").reason()).isEqualTo("RuntimeUnavailable");
        assertThat(silent.nodes().getFirst().state()).isEqualTo(NodeStatus.State.FAILED);
        assertThat(StatusCalculator.compute(silent, found(true, alive(), all()), T1).phase())
                .isEqualTo(Phase.RUNNING);
    }

    @Test
    void eventsTellOfPhasesDeathsAndStarts() {
        var desired = KafkaSamples.desired("orders", 1, 0, true, 0);
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);
        var died =
                StatusCalculator.compute(
                        running, found(true, node(null, 1, "Killed."), Set.of()), T1);

        assertThat(new EventFactory(desired, 1).between(null, running))
                .extracting(event -> event.type())
                .containsExactly(EventType.NODE_STARTED, EventType.CLUSTER_PHASE_CHANGED);
        assertThat(new EventFactory(desired, 2).between(running, died))
                .extracting(event -> event.type())
                .containsExactly(EventType.NODE_DIED, EventType.CLUSTER_PHASE_CHANGED);
        assertThat(new EventFactory(desired, 3).between(died, died)).isEmpty();
    }

    @Test
    void anEndOnPurposeIsNotToldAsADeath() {
        var desired = KafkaSamples.desired("orders", 1, 0, true, 0);
        var running = StatusCalculator.compute(null, found(true, alive(), all()), T0);
        var ended = node(null, 0, "Stopped together with Atoll.");
        var stopped = StatusCalculator.compute(running, found(true, ended, Set.of()), T1);

        var events = new EventFactory(desired, 2).between(running, stopped);

        assertThat(events)
                .extracting(event -> event.type())
                .containsExactly(EventType.NODE_STOPPED, EventType.CLUSTER_PHASE_CHANGED);
        assertThat(events.getFirst().message()).endsWith("Stopped together with Atoll.");
        assertThat(new EventFactory(desired, 3).between(stopped, stopped)).isEmpty();
    }

    private static Condition condition(ClusterStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> all() {
        return Set.of("broker-1");
    }

    private static ObservedNode alive() {
        return node(new Run("7@1", 7L, T0, true, false), 0, null);
    }

    private static ObservedNode node(@Nullable Run run, int crashes, @Nullable String lastExit) {
        return new ObservedNode("broker-1", run, null, List.of(), crashes, 0, null, lastExit);
    }

    private static Assessment unseen(Set<String> answering) {
        var away = new Convergence.Blocked("RuntimeUnavailable", "It does not answer.");
        var seen = found(true, alive(), answering, away);
        return new Assessment(
                seen.desired(),
                false,
                seen.admission(),
                seen.plan(),
                ObservedCluster.unseen(new ClusterId("orders"), "It does not answer."),
                away,
                seen.readiness(),
                List.of());
    }

    private static Assessment found(boolean running, ObservedNode node, Set<String> answering) {
        return found(running, node, answering, new Convergence.Converged());
    }

    private static Assessment found(
            boolean running, ObservedNode node, Set<String> answering, Convergence convergence) {
        var kind = new KafkaKind();
        var desired = KafkaSamples.desired("orders", 1, 0, running, 0);
        var blueprint = kind.blueprint(desired, new Place.Machine(), PORTS);
        var plan =
                new Assessment.Plan(blueprint, kind.endpoints(blueprint), kind.allocation(PORTS));
        return new Assessment(
                desired,
                false,
                new Admission.Accepted(),
                plan,
                new ObservedCluster(new ClusterId("orders"), true, 0, "/clusters", List.of(node)),
                convergence,
                new Readiness(answering, !answering.isEmpty()),
                List.of());
    }
}
