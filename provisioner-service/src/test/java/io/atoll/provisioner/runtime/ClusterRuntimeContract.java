package io.atoll.provisioner.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.runtime.Convergence.Converged;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every runtime keeps, whoever is killed at whatever moment. Nodes are real. */
public abstract class ClusterRuntimeContract {

    protected static final ClusterId ID = new ClusterId("contract");
    private static final String NODE = "broker-1";

    /** Of what takes a few seconds, on however slow a machine. */
    protected static final Duration LONG = Duration.ofMinutes(2);

    /** As after a restart of the service: it remembers nothing. */
    protected abstract ClusterRuntime newRuntime();

    /** A cluster of one node. */
    protected abstract Blueprint blueprint(long dataEpoch, boolean running, long restarts);

    /** Ends a node without the runtime's knowledge. */
    protected abstract void killBehindItsBack(Run run);

    /** True when the node's clients are served. */
    protected abstract boolean answers(Blueprint blueprint);

    /** Something of somebody else beside our clusters. */
    protected abstract void putForeignThing();

    protected abstract boolean foreignThingIsUntouched();

    /** Number of processes or containers that this runtime's marks are on. */
    protected abstract long nodesAlive();

    /** Where it may be written why the node is ended on purpose. */
    protected abstract Path endingNote();

    protected abstract void writeRecord(Blueprint blueprint, String value);

    protected abstract boolean hasRecord(Blueprint blueprint, String value);

    @AfterEach
    void leavesNothing() {
        converge(newRuntime(), new Absent(ID, Leftovers.REMOVE));
        assertThat(nodesAlive()).isZero();
    }

    @Test
    void creatingTwiceGivesOneNode() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        var first = run(runtime);

        converge(runtime, running(0));

        assertThat(run(runtime)).isEqualTo(first);
        assertThat(nodesAlive()).isEqualTo(1);
    }

    @Test
    void anInstanceThatComesAfterACrashGoesOnWithTheSameNode() {
        step(newRuntime(), running(0));
        var successor = newRuntime();
        var adopted = run(successor);

        converge(successor, running(0));

        assertThat(run(successor)).isEqualTo(adopted);
        assertThat(nodesAlive()).isEqualTo(1);
    }

    @Test
    void aNodeKilledBehindItsBackIsStartedAgainWithItsData() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        writeRecord(blueprint(0, true, 0), "kept");
        var killed = run(runtime).id();

        kill(runtime);
        step(runtime, running(0));
        assertThat(node(runtime).crashes()).isEqualTo(1);
        assertThat(node(runtime).lastExit()).contains("illed");
        converge(runtime, running(0));

        assertThat(run(runtime).id()).isNotEqualTo(killed);
        assertThat(node(runtime).startsAgain()).isEqualTo(1);
        awaitAnswer(blueprint(0, true, 0));
        assertThat(hasRecord(blueprint(0, true, 0), "kept")).isTrue();
    }

    @Test
    void aNodeThatWasEndedTogetherWithAtollIsNoCrashButTheNextEndIs() throws IOException {
        var runtime = newRuntime();
        converge(runtime, running(0));
        Files.writeString(endingNote(), run(runtime).id() + "\nStopped together with Atoll.\n");
        kill(runtime);
        step(newRuntime(), running(0));
        assertThat(node(runtime).lastExit()).isEqualTo("Stopped together with Atoll.");
        assertThat(node(runtime).crashes()).isZero();
        assertThat(endingNote()).doesNotExist();

        converge(runtime, running(0));
        Files.writeString(endingNote(), "1@1\nStopped together with Atoll.\n");
        kill(runtime);
        step(newRuntime(), running(0));
        assertThat(node(runtime).crashes()).isEqualTo(1);
    }

    protected final void kill(ClusterRuntime runtime) {
        var victim = run(runtime);
        killBehindItsBack(victim);
        await().atMost(LONG).until(() -> isOver(runtime, victim.id()));
    }

    @Test
    void stoppingKeepsDataAndCleaningUpWipesIt() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        writeRecord(blueprint(0, true, 0), "kept");

        converge(runtime, new Present(blueprint(0, false, 0), Set.of()));
        assertThat(nodesAlive()).isZero();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        assertThat(hasRecord(blueprint(0, true, 0), "kept")).isTrue();

        converge(runtime, new Present(blueprint(1, false, 0), Set.of()));
        var cleaned = new Present(blueprint(1, true, 0), Set.of());
        converge(runtime, cleaned);
        awaitAnswer(blueprint(1, true, 0));
        assertThat(hasRecord(blueprint(1, true, 0), "kept")).isFalse();
    }

    @Test
    void aRestartThatIsAskedForGivesAnotherProcessOnceAndOnlyWhenItMay() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        var first = run(runtime).id();
        var asked = blueprint(0, true, 1);

        converge(runtime, new Present(asked, Set.of()));
        assertThat(run(runtime).id()).isEqualTo(first);

        converge(runtime, new Present(asked, Set.of(NODE)));
        var second = run(runtime).id();
        converge(runtime, new Present(asked, Set.of(NODE)));

        assertThat(second).isNotEqualTo(first);
        assertThat(run(runtime).id()).isEqualTo(second);
        assertThat(node(runtime).startsAgain()).isZero();
    }

    @Test
    void deletingTwiceLeavesNothingAndForeignThingsAlone() {
        putForeignThing();
        var runtime = newRuntime();
        converge(runtime, running(0));

        converge(runtime, new Absent(ID, Leftovers.REMOVE));
        converge(runtime, new Absent(ID, Leftovers.REMOVE));

        assertThat(runtime.observe(ID).exists()).isFalse();
        assertThat(nodesAlive()).isZero();
        assertThat(((Inventory) runtime).clusters()).isEmpty();
        assertThat(foreignThingIsUntouched()).isTrue();
    }

    @Test
    void whatBelongsToNobodyIsListed() {
        step(newRuntime(), running(0));

        assertThat(((Inventory) newRuntime()).clusters()).containsExactly(ID);
    }

    /** A daemon that is busy for two seconds is away for that moment, and is asked again. */
    protected final void converge(ClusterRuntime runtime, DesiredCluster desired) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(ClusterRuntime.Away.class)
                .until(() -> step(runtime, desired) instanceof Converged);
    }

    protected final Convergence step(ClusterRuntime runtime, DesiredCluster desired) {
        return runtime.converge(desired, runtime.observe(ID));
    }

    protected final Present running(long restarts) {
        return new Present(blueprint(0, true, restarts), Set.of());
    }

    protected final ObservedNode node(ClusterRuntime runtime) {
        return runtime.observe(ID).node(NODE).orElseThrow();
    }

    protected final Run run(ClusterRuntime runtime) {
        var run = node(runtime).run();
        assertThat(run).isNotNull();
        return run;
    }

    private boolean isOver(ClusterRuntime runtime, String id) {
        var run = node(runtime).run();
        return run == null || !run.id().equals(id) || !run.alive();
    }

    protected final void awaitAnswer(Blueprint blueprint) {
        await().atMost(LONG).until(() -> answers(blueprint));
    }
}
