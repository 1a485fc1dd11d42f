package io.atoll.provisioner.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime.Away;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.Convergence.Converged;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.process.Records;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around containers is said in words and mended without a person. */
class DockerFaultsIT {

    private static final ClusterId ID = new ClusterId("faults");
    private static final String HOME = "faults-" + ProcessHandle.current().pid();
    private static final int FIRST_PORT = 9_280;

    @TempDir Path state;
    private final KafkaKind kafka = new KafkaKind();

    @BeforeAll
    static void requireDocker() {
        DockerOfTest.require();
    }

    @AfterEach
    void sweep() {
        kafka.forget(ID);
        DockerOfTest.sweep(HOME);
        DockerOfTest.sweep("stranger-" + HOME);
    }

    @Test
    void noAcknowledgedRecordOfThreeBrokersIsLostWhenOneIsKilled() {
        var runtime = runtime();
        var blueprint = blueprint(3);
        converge(runtime, running(blueprint));
        await().atMost(Duration.ofSeconds(60)).until(() -> answering(blueprint) == 3);
        var written = IntStream.range(0, 20).mapToObj(n -> "record-" + n).toList();
        var bootstrap = kafka.endpoints(blueprint).get("kafka");
        written.subList(0, 10).forEach(value -> Records.write(bootstrap, value));

        DockerOfTest.run("kill", "atoll-faults-broker-1");
        written.subList(10, 20).forEach(value -> Records.write(bootstrap, value));
        await().atMost(Duration.ofSeconds(20)).until(() -> !node(runtime, "broker-1").isAlive());
        converge(runtime, running(blueprint));

        await().atMost(Duration.ofSeconds(60)).until(() -> answering(blueprint) == 3);
        assertThat(node(runtime, "broker-1").startsAgain()).isEqualTo(1);
        assertThat(Records.read(bootstrap)).containsAll(written);
    }

    @Test
    void lackOfMemoryIsCalledThatAndFollowedByAPause() {
        var runtime = runtime();
        var tooSmall = changed(blueprint(1), null, new Limits(48L << 20, 1, 500));

        step(runtime, running(tooSmall));
        await().atMost(Duration.ofSeconds(30)).until(() -> !node(runtime, "broker-1").isAlive());
        step(runtime, running(tooSmall));

        var node = node(runtime, "broker-1");
        assertThat(node.lastExit()).startsWith("Out of memory");
        assertThat(node.crashes()).isEqualTo(1);
        assertThat(node.notBefore()).isNotNull();
    }

    @Test
    void aContainerThatEndsAtOnceIsStartedAgainAndAgainWithPauses() {
        var runtime = runtime();
        var broken = changed(blueprint(1), "eclipse-temurin:25-jre", null);

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            step(runtime, running(broken));
                            return node(runtime, "broker-1").crashes() >= 2;
                        });

        assertThat(node(runtime, "broker-1").lastExit()).isEqualTo("It ended (exit code 0).");
        assertThat(node(runtime, "broker-1").startsAgain()).isPositive();
    }

    @Test
    void anImageThatIsNowhereIsNamed() {
        var runtime = runtime();
        var wanted = running(changed(blueprint(1), "atoll.invalid/no/such-image:1", null));

        var first = step(runtime, wanted);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> step(runtime, wanted) instanceof Blocked);

        assertThat(first).isInstanceOf(Convergence.Preparing.class);
        var blocked = (Blocked) step(runtime, wanted);
        assertThat(blocked.reason()).isEqualTo("ImageNotAvailable");
        assertThat(blocked.message()).contains("atoll.invalid/no/such-image:1");
    }

    @Test
    void aPortTakenBetweenAllocationAndStartIsNamedAndWaitedFor() throws IOException {
        var runtime = runtime();
        var wanted = running(blueprint(1));
        try (var _ = new ServerSocket(FIRST_PORT, 1, InetAddress.getLoopbackAddress())) {
            var blocked = (Blocked) step(runtime, wanted);
            assertThat(blocked.reason()).isEqualTo("PortTaken");
            assertThat(blocked.message()).contains(String.valueOf(FIRST_PORT));
            assertThat(DockerOfTest.marked(HOME, "ps", "-a")).isEmpty();
        }
        converge(runtime, wanted);
        assertThat(node(runtime, "broker-1").isAlive()).isTrue();
    }

    @Test
    void aNetworkThatWasRemovedIsMadeAnewWithTheDataKept() {
        var runtime = runtime();
        var blueprint = blueprint(1);
        converge(runtime, running(blueprint));
        await().atMost(Duration.ofSeconds(60)).until(() -> answering(blueprint) == 1);
        Records.write(blueprint.nodes().getFirst().address(), "kept");

        DockerOfTest.run("network", "disconnect", "-f", "atoll-faults", "atoll-faults-broker-1");
        DockerOfTest.run("network", "rm", "atoll-faults");
        converge(runtime, running(blueprint));

        await().atMost(Duration.ofSeconds(60)).until(() -> answering(blueprint) == 1);
        assertThat(Records.read(blueprint.nodes().getFirst().address())).contains("kept");
    }

    @Test
    void whatHasOurNameAndIsNotOursIsNamedAndLeftAlone() {
        DockerOfTest.run(
                "create",
                "--label",
                "io.atoll.home=stranger-" + HOME,
                "--name",
                "atoll-faults-broker-1",
                DockerOfTest.IMAGES.kafka());
        var runtime = runtime();
        var blocked = (Blocked) step(runtime, running(blueprint(1)));

        assertThat(blocked.reason()).isEqualTo("NameTaken");
        assertThat(blocked.message()).contains("container named atoll-faults-broker-1");
        converge(runtime, new Absent(ID, Leftovers.REMOVE));
        assertThat(DockerOfTest.succeeds("inspect", "atoll-faults-broker-1")).isTrue();
    }

    @Test
    void aDaemonThatIsAwayIsNotTakenForAnEmptyOne() throws IOException {
        try (var proxy = new DaemonProxy(state.resolve("docker.sock"))) {
            var runtime = runtime(proxy.host());
            var ended = new CopyOnWriteArrayList<ClusterId>();
            runtime.onNodeEnd(ended::add);
            converge(runtime, running(blueprint(1)));
            var before = node(runtime, "broker-1").run();

            proxy.cut();
            assertThatThrownBy(() -> runtime.observe(ID))
                    .isInstanceOf(Away.class)
                    .hasMessageContaining("does not answer");
            await().until(() -> runtime.fingerprint().reason() != null);
            proxy.mend();

            await().until(() -> runtime.fingerprint().isHealthy());
            assertThat(node(runtime, "broker-1").run()).isEqualTo(before);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> {
                                DockerOfTest.succeeds("kill", "atoll-faults-broker-1");
                                step(runtime, running(blueprint(1)));
                                assertThat(ended).contains(ID);
                            });
        }
    }

    @Test
    void aContainerMadeByAnInstanceThatDiedBeforeItsStartIsStartedByTheNext() throws IOException {
        try (var proxy = new DaemonProxy(state.resolve("docker.sock"))) {
            proxy.breakOffAt(request -> request.matches("POST /.*/start.*"));
            assertThatThrownBy(() -> step(runtime(proxy.host()), running(blueprint(1))))
                    .isInstanceOf(Away.class);
        }
        var made = DockerOfTest.marked(HOME, "ps", "-a");
        assertThat(made).hasSize(1);

        converge(runtime(), running(blueprint(1)));

        assertThat(DockerOfTest.marked(HOME, "ps")).isEqualTo(made);
    }

    private DockerRuntime runtime() {
        return runtime(DockerOfTest.HOST);
    }

    private DockerRuntime runtime(String host) {
        var settings = DockerOfTest.settings(HOME, state, host, DockerOfTest.IMAGES);
        return new DockerRuntime(settings, Clock.systemUTC());
    }

    private Blueprint blueprint(int brokers) {
        var desired = KafkaSamples.desired(ID.value(), brokers, 0, true, 0);
        Place place = DockerOfTest.settings(HOME, state).place();
        var ports = new TreeMap<String, Integer>();
        kafka.ports(desired, place).forEach(w -> ports.put(w.use(), FIRST_PORT + ports.size()));
        return kafka.blueprint(desired, place, ports);
    }

    /** The same from another image or with other limits. */
    private static Blueprint changed(Blueprint blueprint, String image, Limits limits) {
        var node = blueprint.nodes().getFirst();
        var container = (Container) node.software();
        var other =
                new Container(
                        image == null ? container.image() : image,
                        container.environment(),
                        container.published(),
                        container.dataDirectory(),
                        limits == null ? container.limits() : limits);
        var changed =
                new NodeBlueprint(
                        node.name(),
                        node.nodeId(),
                        node.roles(),
                        node.address(),
                        node.reach(),
                        node.ports(),
                        other,
                        node.heapMegabytes(),
                        node.restarts());
        return new Blueprint(ID, 0, true, List.of(changed), Duration.ofDays(1));
    }

    private static Present running(Blueprint blueprint) {
        return new Present(blueprint, Set.of());
    }

    private int answering(Blueprint blueprint) {
        return kafka.readiness(blueprint, Duration.ofSeconds(2)).answering().size();
    }

    private static Convergence step(DockerRuntime runtime, DesiredCluster desired) {
        return runtime.converge(desired, runtime.observe(ID));
    }

    private static void converge(DockerRuntime runtime, DesiredCluster desired) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> step(runtime, desired) instanceof Converged);
    }

    private static ObservedNode node(DockerRuntime runtime, String name) {
        return runtime.observe(ID).node(name).orElseThrow();
    }
}
