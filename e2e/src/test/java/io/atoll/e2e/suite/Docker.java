package io.atoll.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The docker command, as a person at this machine uses it. */
public final class Docker {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final int MINUTES = 5;

    private Docker() {}

    /** Skips the calling tests where no daemon answers, or it lacks the image of brokers. */
    public static void require() {
        awaitImages();
        requireThat(isThere(), "no Docker daemon answers");
        requireThat(
                answers("image", "inspect", "apache/kafka:4.1.1"),
                "there is no image apache/kafka:4.1.1 (./atoll images)");
    }

    public static boolean isThere() {
        return answers("version");
    }

    /** Skips the calling tests where Docker, compose or the images of the suite are missing. */
    public static void requireCompose() {
        awaitImages();
        requireThat(isThere(), "no Docker daemon answers");
        requireThat(answers("compose", "version"), "there is no docker compose");
        requireThat(
                answers("image", "inspect", "atoll/gateway", "atoll/setup"),
                "the images are not built (./atoll images)");
    }

    /** While images are being made, the daemon is left alone. */
    private static void awaitImages() {
        var lock = Repository.root().resolve("target/images.lock");
        if (Files.exists(lock)) {
            var answer = execute(Map.of(), List.of("flock", "-w", "600", lock.toString(), "true"));
            requireThat(answer.code() == 0, "the images are still being made after ten minutes");
        }
    }

    private static void requireThat(boolean given, String otherwise) {
        var required = Arrays.asList(System.getenv().getOrDefault("ATOLL_REQUIRE", "").split(","));
        if (!given && required.contains("docker")) {
            throw new AssertionError("ATOLL_REQUIRE names docker, but " + otherwise);
        }
        Assumptions.assumeTrue(given, otherwise + ": container tests are skipped");
    }

    private static boolean answers(String... words) {
        try {
            return run(Map.of(), words).code() == 0;
        } catch (UncheckedIOException noSuchCommand) {
            return false;
        }
    }

    /** What the command wrote; a failure that shows it where it did not end with 0. */
    public static String output(Map<String, String> environment, String... words) {
        var ended = run(environment, words);
        if (ended.code() != 0) {
            throw new AssertionError(
                    "docker "
                            + String.join(" ", words)
                            + " ended with "
                            + ended.code()
                            + ":\n"
                            + ended.text());
        }
        return ended.text();
    }

    public static String output(String... words) {
        return output(Map.of(), words);
    }

    /** Everything that carries the label: containers, volumes and networks. */
    public static List<String> labelled(String label) {
        var filter = "label=" + label;
        var found =
                output("ps", "-aq", "--filter", filter)
                        + output("volume", "ls", "-q", "--filter", filter)
                        + output("network", "ls", "-q", "--filter", filter);
        return found.lines().toList();
    }

    /** The group that may use the daemon's socket. */
    public static String group() {
        try {
            return Files.getAttribute(SOCKET, "unix:gid").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Ended(int code, String text) {}

    static Ended run(Map<String, String> environment, String... words) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        return execute(environment, command);
    }

    private static Ended execute(Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command).directory(Repository.root().toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Ended(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
