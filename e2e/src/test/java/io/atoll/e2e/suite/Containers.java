package io.atoll.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What carries the label of one installation of Atoll, asked of the docker command. */
public final class Containers {
    private final String label;

    /**
     * @param started differs for each life of a container
     */
    public record Found(String name, String cluster, String node, String started) {
        /** Ends the container, where it still runs, without a warning and behind Atoll's back. */
        public void kill() {
            var answer = run(List.of("docker", "kill", name));
            var gone =
                    answer.text().contains("is not running") || answer.text().contains("No such");
            if (answer.code() != 0 && !gone) {
                throw new IllegalStateException(answer.text());
            }
        }
    }

    public Containers(String installation) {
        label = "label=io.atoll.home=" + installation;
    }

    /** Skips the calling test where no daemon answers, unless one is required. */
    public static void assumeThereIsDocker() {
        var required = Arrays.asList(System.getenv().getOrDefault("ATOLL_REQUIRE", "").split(","));
        if (!answers() && required.contains("docker")) {
            throw new AssertionError("ATOLL_REQUIRE names docker, but no daemon answers");
        }
        Assumptions.assumeTrue(answers(), "no Docker on this machine: its tests are skipped");
    }

    public static boolean answers() {
        return run(List.of("docker", "version")).code() == 0;
    }

    /** Nodes that run, of any cluster. */
    public List<Found> running() {
        var format =
                "{{.Names}} {{.Label \"io.atoll.cluster\"}} {{.Label \"io.atoll.node\"}} {{.ID}}";
        return lines("ps", "--no-trunc", "--filter", label, "--format", format).stream()
                .map(line -> line.split(" ", -1))
                .map(w -> new Found(w[0], w[1], w[2], started(w[3])))
                .toList();
    }

    private static String started(String id) {
        return run(List.of("docker", "inspect", "-f", "{{.State.StartedAt}}", id)).text().strip();
    }

    /** Clusters of which there is anything: a container, a network or a volume. */
    public List<String> clusters() {
        var found = new ArrayList<String>();
        var cluster = "{{.Label \"io.atoll.cluster\"}}";
        found.addAll(lines("ps", "-a", "--filter", label, "--format", cluster));
        found.addAll(lines("network", "ls", "--filter", label, "--format", cluster));
        found.addAll(lines("volume", "ls", "--filter", label, "--format", cluster));
        return found.stream().distinct().sorted().toList();
    }

    private static List<String> lines(String... words) {
        return docker(words).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String docker(String... words) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        var answer = run(command);
        if (answer.code() != 0) {
            throw new IllegalStateException(command + ": " + answer.text());
        }
        return answer.text();
    }

    private record Ended(int code, String text) {}

    private static Ended run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        } catch (IOException e) {
            if (e.getMessage().contains("Cannot run program")) {
                return new Ended(127, e.getMessage());
            }
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
