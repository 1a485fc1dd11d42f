package io.atoll.provisioner.runtime.docker;

import static io.atoll.provisioner.runtime.docker.BareKafka.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import io.atoll.provisioner.runtime.process.Records;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.rmi.registry.LocateRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around containers is said in words and mended without a person. */
class DockerFaultsIT {

    private static final String HOME = "faults-" + ProcessHandle.current().pid();
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int FIRST_PORT = 9_280;
    private static final byte RUNNING = 3;

    @TempDir Path state;
    private BareKafka cluster;

    @BeforeAll
    static void requireDocker() {
        DockerOfTest.require();
    }

    @BeforeEach
    void prepare() {
        cluster = new BareKafka("faults", HOME, state, FIRST_PORT);
    }

    @AfterEach
    void sweep() {
        cluster.sweep();
        DockerOfTest.sweep("stranger-" + HOME);
    }

    @Test
    void noAcknowledgedRecordOfFiveBrokersIsLostWhenOneIsKilled() throws Exception {
        var runtime = cluster.runtime();
        var blueprint = cluster.withJmx(5);
        cluster.converge(runtime, running(blueprint));
        cluster.awaitAnswers(blueprint);
        assertThat(brokerState(cluster.jmxPort(5))).isEqualTo(RUNNING);
        var written = IntStream.range(0, 20).mapToObj(n -> "record-" + n).toList();
        var bootstrap = cluster.kind().endpoints(blueprint).get("kafka");
        written.subList(0, 10).forEach(value -> Records.write(bootstrap, value));

        DockerOfTest.run("kill", "atoll-faults-broker-1");
        written.subList(10, 20).forEach(value -> Records.write(bootstrap, value));
        await().atMost(LONG).until(() -> !cluster.node(runtime, "broker-1").isAlive());
        cluster.converge(runtime, running(blueprint));

        cluster.awaitAnswers(blueprint);
        assertThat(cluster.node(runtime, "broker-1").startsAgain()).isEqualTo(1);
        assertThat(brokerState(cluster.jmxPort(1))).isEqualTo(RUNNING);
        assertThat(Records.read(bootstrap)).containsAll(written);
    }

    @Test
    void lackOfMemoryIsCalledThatAndFollowedByAPause() {
        var runtime = cluster.runtime();
        var tooSmall = cluster.changed(cluster.blueprint(1), null, new Limits(48L << 20, 1, 500));

        cluster.step(runtime, running(tooSmall));
        await().atMost(LONG).until(() -> !cluster.node(runtime, "broker-1").isAlive());
        cluster.step(runtime, running(tooSmall));

        var node = cluster.node(runtime, "broker-1");
        assertThat(node.lastExit()).startsWith("Out of memory");
        assertThat(node.crashes()).isEqualTo(1);
        assertThat(node.notBefore()).isNotNull();
    }

    @Test
    void aContainerThatEndsAtOnceIsStartedAgainAndAgainWithPauses() {
        var runtime = cluster.runtime();
        var broken = cluster.changed(cluster.blueprint(1), "eclipse-temurin:25-jre", null);

        await().atMost(LONG)
                .until(
                        () -> {
                            cluster.step(runtime, running(broken));
                            return cluster.node(runtime, "broker-1").crashes() >= 2;
                        });

        assertThat(cluster.node(runtime, "broker-1").lastExit())
                .isEqualTo("It ended (exit code 0).");
        assertThat(cluster.node(runtime, "broker-1").startsAgain()).isPositive();
    }

    @Test
    void anImageThatIsNowhereIsNamed() {
        var runtime = cluster.runtime();
        var wanted =
                running(
                        cluster.changed(
                                cluster.blueprint(1), "atoll.invalid/no/such-image:1", null));

        var first = cluster.step(runtime, wanted);
        await().atMost(LONG).until(() -> cluster.step(runtime, wanted) instanceof Blocked);

        assertThat(first).isInstanceOf(Convergence.Preparing.class);
        var blocked = (Blocked) cluster.step(runtime, wanted);
        assertThat(blocked.reason()).isEqualTo("ImageNotAvailable");
        assertThat(blocked.message()).contains("atoll.invalid/no/such-image:1");
    }

    @Test
    void aPortTakenBetweenAllocationAndStartIsNamedAndWaitedFor() throws IOException {
        var runtime = cluster.runtime();
        var wanted = running(cluster.blueprint(1));
        try (var _ = new ServerSocket(FIRST_PORT, 1, InetAddress.getLoopbackAddress())) {
            var blocked = (Blocked) cluster.step(runtime, wanted);
            assertThat(blocked.reason()).isEqualTo("PortTaken");
            assertThat(blocked.message()).contains(String.valueOf(FIRST_PORT));
            assertThat(DockerOfTest.marked(HOME, "ps", "-a")).isEmpty();
        }
        cluster.converge(runtime, wanted);
        assertThat(cluster.node(runtime, "broker-1").isAlive()).isTrue();
    }

    @Test
    void aNetworkThatWasRemovedIsMadeAnewWithTheDataKept() {
        var runtime = cluster.runtime();
        var blueprint = cluster.blueprint(1);
        cluster.converge(runtime, running(blueprint));
        cluster.awaitAnswers(blueprint);
        Records.write(blueprint.nodes().getFirst().address(), "kept");

        DockerOfTest.run("network", "disconnect", "-f", "atoll-faults", "atoll-faults-broker-1");
        DockerOfTest.run("network", "rm", "atoll-faults");
        cluster.converge(runtime, running(blueprint));

        cluster.awaitAnswers(blueprint);
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
        var runtime = cluster.runtime();
        var blocked = (Blocked) cluster.step(runtime, running(cluster.blueprint(1)));

        assertThat(blocked.reason()).isEqualTo("NameTaken");
        assertThat(blocked.message()).contains("container named atoll-faults-broker-1");
        cluster.converge(runtime, new Absent(cluster.id(), Leftovers.REMOVE));
        assertThat(DockerOfTest.succeeds("inspect", "atoll-faults-broker-1")).isTrue();
    }

    /** As a program on this machine reads it. */
    private static byte brokerState(int port) throws Exception {
        var server = (RMIServer) LocateRegistry.getRegistry("127.0.0.1", port).lookup("jmxrmi");
        try (var jmx = new RMIConnector(server, null)) {
            jmx.connect();
            var broker = new ObjectName("kafka.server:type=KafkaServer,name=BrokerState");
            return (byte) jmx.getMBeanServerConnection().getAttribute(broker, "Value");
        }
    }
}
