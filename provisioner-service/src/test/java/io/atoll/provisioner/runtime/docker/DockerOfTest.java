package io.atoll.provisioner.runtime.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atoll.provisioner.runtime.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The daemon of this machine, seen through its own command line: from outside of the product. */
final class DockerOfTest {

    static final String HOST = "unix:///var/run/docker.sock";
    static final Place.Images IMAGES =
            new Place.Images(
                    "apache/kafka:4.1.1",
                    "confluentinc/cp-kafka-rest:8.1.0",
                    "ghcr.io/kafbat/kafka-ui:v1.5.0");

    private DockerOfTest() {}

    /**
     * Skips by name, with the reason, where there is no daemon or no image; fails where it must be.
     */
    static void require() {
        var why = missing();
        var required = Arrays.asList(System.getenv().getOrDefault("ATOLL_REQUIRE", "").split(","));
        if (why.isPresent() && required.contains("docker")) {
            throw new AssertionError("ATOLL_REQUIRE names docker, but " + why.get());
        }
        Assumptions.assumeTrue(why.isEmpty(), why.orElse(""));
    }

    private static Optional<String> missing() {
        if (!succeeds("version")) {
            return Optional.of("no Docker daemon answers here");
        }
        return List.of(IMAGES.kafka(), IMAGES.restProxy(), IMAGES.ui()).stream()
                .filter(image -> !succeeds("image", "inspect", image))
                .findFirst()
                .map(image -> "image " + image + " is not on this machine");
    }

    static DockerSettings settings(String home, Path state) {
        return settings(home, state, HOST, IMAGES);
    }

    static DockerSettings settings(String home, Path state, String host, Place.Images images) {
        return new DockerSettings(
                true,
                host,
                state,
                Optional.of(home),
                "127.0.0.1",
                "127.0.0.1",
                false,
                Optional.empty(),
                2,
                Duration.ofSeconds(20),
                0,
                images);
    }

    static boolean succeeds(String... arguments) {
        try {
            var process = start(arguments);
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    static String run(String... arguments) {
        try {
            var process = start(arguments);
            var answer = new String(process.getInputStream().readAllBytes(), UTF_8).trim();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ": " + answer);
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Ids of things of one kind that carry the label of an installation. */
    static List<String> marked(String home, String... list) {
        var command = new ArrayList<>(List.of(list));
        command.addAll(List.of("-q", "--filter", "label=io.atoll.home=" + home));
        return run(command.toArray(String[]::new)).lines().toList();
    }

    /** Everything of an installation, whatever became of its clusters. */
    static void sweep(String home) {
        marked(home, "ps", "-a").forEach(id -> run("rm", "-fv", id));
        marked(home, "network", "ls").forEach(id -> run("network", "rm", id));
        marked(home, "volume", "ls").forEach(id -> run("volume", "rm", id));
    }
}
