package io.atoll.provisioner.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.runtime.LogLine;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.ClusterRuntimeContract;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.Inventory;
import io.atoll.provisioner.runtime.LogSource;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.UsageSource;
import io.atoll.provisioner.runtime.process.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerRuntimeContractIT extends ClusterRuntimeContract {

    private static final String HOME = "contract-" + ProcessHandle.current().pid();
    private static final String FOREIGN = "foreign-" + HOME;
    private static final int CLIENT = 9_290;

    @TempDir Path state;
    private final KafkaKind kafka = new KafkaKind();

    @BeforeAll
    static void requireDocker() {
        DockerOfTest.require();
    }

    @AfterAll
    static void sweep() {
        if (DockerOfTest.succeeds("version")) {
            DockerOfTest.sweep(HOME);
            DockerOfTest.sweep(FOREIGN);
        }
    }

    @Override
    protected ClusterRuntime newRuntime() {
        return new DockerRuntime(DockerOfTest.settings(HOME, state), Clock.systemUTC());
    }

    @Override
    protected Blueprint blueprint(long dataEpoch, boolean running, long restarts) {
        var desired = KafkaSamples.desired(ID.value(), 1, dataEpoch, running, restarts);
        var place = DockerOfTest.settings(HOME, state).place();
        return kafka.blueprint(desired, place, Map.of("broker-1.client", CLIENT));
    }

    @Override
    protected void killBehindItsBack(Run run) {
        DockerOfTest.run("kill", run.id().substring(0, run.id().indexOf('@')));
    }

    @Override
    protected boolean answers(Blueprint blueprint) {
        return kafka.readiness(blueprint, Duration.ofSeconds(1)).quorum();
    }

    /** With every label of ours but the one that says whose it is. */
    @Override
    protected void putForeignThing() {
        String[] labels = {
            "--label", "io.atoll.home=" + FOREIGN, "--label", "io.atoll.cluster=" + ID.value()
        };
        DockerOfTest.run(with("network", "create", labels, FOREIGN));
        DockerOfTest.run(with("volume", "create", labels, FOREIGN));
        DockerOfTest.run(
                "run",
                "-d",
                labels[0],
                labels[1],
                labels[2],
                labels[3],
                "--name",
                FOREIGN,
                DockerOfTest.IMAGES.kafka(),
                "sleep",
                "600");
    }

    private static String[] with(String kind, String verb, String[] labels, String name) {
        return new String[] {kind, verb, labels[0], labels[1], labels[2], labels[3], name};
    }

    @Override
    protected boolean foreignThingIsUntouched() {
        return DockerOfTest.run("inspect", "-f", "{{.State.Running}}", FOREIGN).equals("true")
                && DockerOfTest.succeeds("network", "inspect", FOREIGN)
                && DockerOfTest.succeeds("volume", "inspect", FOREIGN);
    }

    @Override
    protected Path endingNote() {
        return state.resolve("nodes/contract/broker-1.ending");
    }

    @Override
    protected long nodesAlive() {
        return DockerOfTest.marked(HOME, "ps").size();
    }

    @Override
    protected void writeRecord(Blueprint blueprint, String value) {
        Records.write(blueprint.nodes().getFirst().address(), value);
    }

    @Override
    protected boolean hasRecord(Blueprint blueprint, String value) {
        return Records.read(blueprint.nodes().getFirst().address()).contains(value);
    }

    @Test
    void nothingIsLeftOfADeletedCluster() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        converge(runtime, new Absent(ID, Leftovers.REMOVE));

        assertThat(DockerOfTest.marked(HOME, "ps", "-a")).isEmpty();
        assertThat(DockerOfTest.marked(HOME, "network", "ls")).isEmpty();
        assertThat(DockerOfTest.marked(HOME, "volume", "ls")).isEmpty();
    }

    @Test
    void dataThatIsKeptOutlivesItsClusterAndIsNotTakenForThatOfTheNextOne() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        writeRecord(blueprint(0, true, 0), "kept");
        converge(runtime, new Absent(ID, Leftovers.KEEP));

        assertThat(((Inventory) runtime).clusters()).isEmpty();
        assertThat(runtime.observe(ID).exists()).isFalse();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        assertThat(hasRecord(blueprint(0, true, 0), "kept")).isFalse();
        converge(runtime, new Absent(ID, Leftovers.REMOVE));
        ((Inventory) runtime).tidy(Duration.ZERO);
        assertThat(DockerOfTest.succeeds("volume", "inspect", "atoll-contract-broker-1")).isTrue();
        DockerOfTest.sweep(HOME);
    }

    @Test
    void whatBelongedToNobodyGoesForGoodAfterItsTime() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        converge(runtime, new Absent(ID, Leftovers.ORPHANED));

        ((Inventory) runtime).tidy(Duration.ofHours(1));
        assertThat(DockerOfTest.succeeds("volume", "inspect", "atoll-contract-broker-1")).isTrue();
        ((Inventory) runtime).tidy(Duration.ofSeconds(-1));
        assertThat(DockerOfTest.marked(HOME, "volume", "ls")).isEmpty();
    }

    @Test
    void aStoppedContainerIsStartedAgainSoThatItsLogGoesOn() {
        converge(newRuntime(), running(0));
        converge(newRuntime(), new Present(blueprint(0, false, 0), Set.of()));
        var container = DockerOfTest.marked(HOME, "ps", "-a").getFirst();

        converge(newRuntime(), running(0));

        assertThat(DockerOfTest.marked(HOME, "ps")).containsExactly(container);
    }

    @Test
    void everyLineIsWholeAsDockerHasIt() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        var read = ((LogSource) runtime).read(ID, "broker-1", 0).lines();
        var all = DockerOfTest.run("logs", DockerOfTest.marked(HOME, "ps").getFirst());

        assertThat(all.lines().toList()).startsWith(texts(read));
    }

    private static String[] texts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).toArray(String[]::new);
    }

    @Test
    void logsGoOnWhereTheyWereReadLastAcrossAKill() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        var logs = (LogSource) runtime;
        var tail = logs.tail(ID, "broker-1", 5);
        var all = logs.read(ID, "broker-1", 0).lines();

        assertThat(tail.lines()).hasSize(5);
        assertThat(all).hasSizeGreaterThan(20).containsSequence(tail.lines());
        assertThat(logs.read(ID, "broker-1", all.get(10).position()).lines())
                .startsWith(all.get(10));

        kill(runtime);
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        assertThat(logs.read(ID, "broker-1", tail.next()).lines())
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.position() >= tail.next());
    }

    @Test
    void usageIsThatOfTheContainerAndItsVolume() {
        var runtime = newRuntime();
        converge(runtime, running(0));
        awaitAnswer(blueprint(0, true, 0));
        var usage = ((UsageSource) runtime).measure(ID).getFirst();

        assertThat(usage.node()).isEqualTo("broker-1");
        assertThat(usage.cpuMillis()).isGreaterThan(100);
        assertThat(usage.memoryBytes()).isBetween(64L << 20, 480L << 20);
        assertThat(((UsageSource) runtime).diskBytes(ID, "broker-1")).isPositive();
    }
}
