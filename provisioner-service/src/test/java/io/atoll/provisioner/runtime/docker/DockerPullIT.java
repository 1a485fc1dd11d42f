package io.atoll.provisioner.runtime.docker;

import static io.atoll.provisioner.runtime.docker.BareKafka.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.Convergence.Preparing;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is not on the machine comes from a registry. */
class DockerPullIT {

    private static final String HOME = "pull-" + ProcessHandle.current().pid();
    private static final String MADE = "atoll-test/" + HOME;
    private static final int FIRST_PORT = 9_278;
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir Path directory;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private RegistryOfTest registry;
    private BareKafka cluster;
    private DockerRuntime runtime;
    private Present wanted;

    @BeforeEach
    void open() throws IOException {
        DockerOfTest.require();
        InstantSource time = now::get;
        registry = new RegistryOfTest();
        cluster = new BareKafka("pulled", HOME, directory.resolve("state"), FIRST_PORT);
        runtime = cluster.runtime(DockerOfTest.HOST, time.withZone(ZoneOffset.UTC));
        wanted = running(cluster.changed(cluster.blueprint(1), image(), null));
    }

    @AfterEach
    void close() {
        if (registry != null) {
            registry.close();
            cluster.sweep();
            DockerOfTest.succeeds("image", "rm", "-f", image());
        }
    }

    private String image() {
        return registry.image("nodes/small:1");
    }

    @Test
    void anImageIsPulledInSightInSpiteOfALateTagAndABrokenConnection() throws Exception {
        await().atMost(LONG).until(() -> step() instanceof Blocked);
        var missing = (Blocked) step();
        assertThat(missing.reason()).isEqualTo("ImageNotAvailable");
        assertThat(missing.message()).contains(image(), "manifest unknown");

        registry.publish("1", archive());
        assertThat(step()).as("not asked for at every look").isEqualTo(missing);
        now.updateAndGet(before -> before.plusSeconds(31));
        awaitProgress("Image %s is being fetched: 1 of 2 layers are there.");
        registry.breakOff();
        awaitProgress(
                "Image %s is being fetched: 1 of 2 layers are there. The connection broke; Docker"
                        + " tries again.");

        cluster.converge(runtime, wanted);
        var node = "atoll-pulled-broker-1";
        assertThat(DockerOfTest.run("inspect", "-f", "{{.Config.Image}}", node)).isEqualTo(image());
        assertThat(cluster.node(runtime, "broker-1").isAlive()).isTrue();
    }

    private Convergence step() {
        return cluster.step(runtime, wanted);
    }

    private void awaitProgress(String message) {
        var expected =
                new Preparing(Duration.ofSeconds(1), "PullingImage", message.formatted(image()));
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(step()).isEqualTo(expected));
    }

    /** An image of two layers, small and made for this run, as docker save gives it. */
    private Path archive() throws Exception {
        var script =
                """
                set -e
                docker run --rm --user 0 --entrypoint sh "$1" -c 'tar -c /bin/busybox /lib 2>/dev/null' \
                  | docker import - "$2" >/dev/null
                docker rm -fv "$3" >/dev/null 2>&1 || true
                docker create --name "$3" "$2" /bin/busybox sleep 600 >/dev/null
                head -c 300000 /dev/urandom >"$4/noise"
                docker cp "$4/noise" "$3:/noise"
                docker commit "$3" "$2" >/dev/null
                docker rm -v "$3" >/dev/null
                mkdir "$4/archive"
                docker save "$2" | tar -x -C "$4/archive"
                docker image rm -f "$2" >/dev/null
                """;
        var kafka = DockerOfTest.IMAGES.kafka();
        var made =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                script,
                                "archive",
                                kafka,
                                MADE,
                                HOME,
                                directory.toString())
                        .inheritIO()
                        .start();
        assertThat(made.waitFor()).isZero();
        return directory.resolve("archive");
    }
}
