package io.atoll.provisioner.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.ClusterRuntimeContract;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.Convergence.Progressing;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRuntimeContractTest extends ClusterRuntimeContract {

    private static final int CLIENT = 19_310;
    private static final int CONTROLLER = 19_311;

    @TempDir Path clusters;
    private final KafkaKind kafka = new KafkaKind();

    @Override
    protected ClusterRuntime newRuntime() {
        return new ProcessRuntime(BrokerJars.settings(clusters), Clock.systemUTC());
    }

    @Override
    protected Blueprint blueprint(long dataEpoch, boolean running, long restarts) {
        var desired = KafkaSamples.desired(ID.value(), 1, dataEpoch, running, restarts);
        return kafka.blueprint(
                desired,
                new Place.Machine(),
                Map.of("broker-1.client", CLIENT, "broker-1.controller", CONTROLLER));
    }

    @Override
    protected void killBehindItsBack(Run run) {
        ProcessHandle.of(run.pid()).orElseThrow().destroyForcibly();
    }

    @Override
    protected boolean answers(Blueprint blueprint) {
        return kafka.readiness(blueprint, Duration.ofSeconds(1)).quorum();
    }

    @Override
    protected void putForeignThing() {
        try {
            var outside = Files.createDirectories(clusters.resolve("Foreign Thing"));
            Files.writeString(outside.resolve("precious"), "x");
            Files.createDirectories(clusters.resolve("foreign"));
            Files.createSymbolicLink(clusters.resolve("foreign/link"), outside);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected boolean foreignThingIsUntouched() {
        return Files.exists(clusters.resolve("Foreign Thing/precious"))
                && Files.isSymbolicLink(clusters.resolve("foreign/link"));
    }

    @Override
    protected long nodesAlive() {
        return new NodeProcesses(clusters.toString(), ProcFiles.ofThisMachine()).all().size();
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
    void aNodeWhosePidWasNeverWrittenDownIsFoundByItsMarks() throws IOException {
        step(newRuntime(), running(0));
        var found = run(newRuntime()).id();
        Files.delete(clusters.resolve("contract/broker-1/state.json"));

        assertThat(run(newRuntime()).id()).isEqualTo(found);
        assertThat(step(newRuntime(), running(0))).isNotInstanceOf(Progressing.class);
        assertThat(nodesAlive()).isEqualTo(1);
    }

    @Test
    void aPortOfSomebodyElseBlocksTheStartUntilItIsFree() throws IOException {
        var runtime = newRuntime();
        try (var _ = new ServerSocket(CLIENT, 1, InetAddress.getLoopbackAddress())) {
            var blocked = (Blocked) step(runtime, running(0));
            assertThat(blocked.reason()).isEqualTo("PortTaken");
            assertThat(blocked.message()).contains(String.valueOf(CLIENT));
        }
        converge(runtime, running(0));
        assertThat(nodesAlive()).isEqualTo(1);
    }

    @Test
    void aDirectoryOfSomebodyElseBlocksTheStartAndIsLeftAlone() throws IOException {
        Files.createDirectory(clusters.resolve("contract"));

        assertThat((Blocked) step(newRuntime(), running(0)))
                .extracting(Blocked::reason)
                .isEqualTo("DirectoryTaken");

        assertThat(nodesAlive()).isZero();
        assertThat(clusters.resolve("contract")).isEmptyDirectory();
    }

    @Override
    protected Path endingNote() {
        return clusters.resolve("contract/broker-1/ending.txt");
    }

    @Test
    void aFullDiskBlocksTheStart() {
        var settings = BrokerJars.settings(clusters, Long.MAX_VALUE);
        var runtime = new ProcessRuntime(settings, Clock.systemUTC());

        assertThat((Blocked) step(runtime, running(0)))
                .extracting(Blocked::reason)
                .isEqualTo("DiskFull");
    }

    @Test
    void aNodeThatCrashesOnItsCacheIsStartedWithoutIt(@TempDir Path folder) throws Exception {
        var settings = BrokerJars.settings(clusters, 0, DamagedCache.in(folder));
        var runtime = new ProcessRuntime(settings, Clock.systemUTC());

        await().atMost(LONG)
                .until(
                        () -> {
                            step(runtime, running(0));
                            return answers(blueprint(0, true, 0));
                        });
        assertThat(node(runtime).crashes()).isEqualTo(2);
    }

    @Test
    void theNodeGetsNoneOfOurSecrets() throws IOException {
        var runtime = newRuntime();
        step(runtime, running(0));

        var environment =
                Files.readString(Path.of("/proc", String.valueOf(run(runtime).pid()), "environ"));

        assertThat(environment.split("\0"))
                .allMatch(entry -> entry.matches("(?s)(PATH|HOME|LANG|LC_ALL|TZ)=.*"));
    }
}
