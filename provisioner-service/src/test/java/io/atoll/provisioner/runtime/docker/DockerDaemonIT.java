package io.atoll.provisioner.runtime.docker;

import static io.atoll.provisioner.runtime.docker.BareKafka.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime.Away;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that goes, breaks off, or falls silent. */
class DockerDaemonIT {

    private static final String HOME = "daemon-" + ProcessHandle.current().pid();
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int FIRST_PORT = 9_270;

    @TempDir Path state;
    private BareKafka cluster;

    @BeforeAll
    static void requireDocker() {
        DockerOfTest.require();
    }

    @BeforeEach
    void prepare() {
        cluster = new BareKafka("away", HOME, state, FIRST_PORT);
    }

    @AfterEach
    void sweep() {
        cluster.sweep();
    }

    @Test
    void aSilentDaemonIsWaitedForByOneCallAndNotByEachOfTheNext() throws IOException {
        var now = new AtomicReference<>(Instant.now());
        InstantSource time = now::get;
        var asked = new CopyOnWriteArrayList<String>();
        try (var proxy = new DaemonProxy(state.resolve("docker.sock"))) {
            proxy.breakOffAt(request -> !asked.add(request));
            var runtime = cluster.runtime(proxy.host(), time.withZone(ZoneOffset.UTC));
            runtime.observe(cluster.id());

            proxy.fallSilent();
            assertIsAway(runtime);
            asked.clear();
            assertIsAway(runtime);
            assertThat(asked).as("requests right after one without answer").isEmpty();

            now.updateAndGet(before -> before.plusSeconds(3));
            assertIsAway(runtime);
            assertThat(asked).hasSize(1).allMatch(request -> request.contains("/info"));

            proxy.speak();
            now.updateAndGet(before -> before.plusSeconds(3));
            assertThat(runtime.observe(cluster.id()).exists()).isFalse();
        }
    }

    private void assertIsAway(DockerRuntime runtime) {
        assertThatThrownBy(() -> runtime.observe(cluster.id()))
                .isInstanceOf(Away.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aDaemonThatIsAwayIsNotTakenForAnEmptyOne() throws IOException {
        try (var proxy = new DaemonProxy(state.resolve("docker.sock"))) {
            var runtime = cluster.runtime(proxy.host(), Clock.systemUTC());
            var ended = new CopyOnWriteArrayList<ClusterId>();
            runtime.onNodeEnd(ended::add);
            cluster.converge(runtime, running(cluster.blueprint(1)));
            var before = cluster.node(runtime, "broker-1").run();

            proxy.cut();
            assertThatThrownBy(() -> runtime.observe(cluster.id()))
                    .isInstanceOf(Away.class)
                    .hasMessageContaining("does not answer");
            await().atMost(LONG).until(() -> runtime.fingerprint().reason() != null);
            proxy.mend();

            await().atMost(LONG).until(() -> runtime.fingerprint().isHealthy());
            assertThat(cluster.node(runtime, "broker-1").run()).isEqualTo(before);
            await().atMost(LONG)
                    .untilAsserted(
                            () -> {
                                DockerOfTest.succeeds("kill", "atoll-away-broker-1");
                                cluster.step(runtime, running(cluster.blueprint(1)));
                                assertThat(ended).contains(cluster.id());
                            });
        }
    }

    @Test
    void aContainerMadeByAnInstanceThatDiedBeforeItsStartIsStartedByTheNext() throws IOException {
        try (var proxy = new DaemonProxy(state.resolve("docker.sock"))) {
            proxy.breakOffAt(request -> request.matches("POST /.*/start.*"));
            assertThatThrownBy(
                            () ->
                                    cluster.step(
                                            cluster.runtime(proxy.host(), Clock.systemUTC()),
                                            running(cluster.blueprint(1))))
                    .isInstanceOf(Away.class);
        }
        var made = DockerOfTest.marked(HOME, "ps", "-a");
        assertThat(made).hasSize(1);

        cluster.converge(cluster.runtime(), running(cluster.blueprint(1)));

        assertThat(DockerOfTest.marked(HOME, "ps")).isEqualTo(made);
    }
}
