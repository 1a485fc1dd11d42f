package io.atoll.e2e.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What carries the label of one installation of Atoll, asked of the docker command. */
public final class Containers {
    private final String label;

    /**
     * @param started differs for each life of a container
     */
    public record Found(String name, String cluster, String node, String started) {
        /** Ends the container, where it still runs, without a warning and behind Atoll's back. */
        public void kill() {
            var answer = Docker.run(Map.of(), "kill", name);
            var gone =
                    answer.text().contains("is not running") || answer.text().contains("No such");
            if (answer.code() != 0 && !gone) {
                throw new AssertionError(answer.text());
            }
        }
    }

    public Containers(String installation) {
        label = "label=io.atoll.home=" + installation;
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
        return Docker.run(Map.of(), "inspect", "-f", "{{.State.StartedAt}}", id).text().strip();
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
        return Docker.output(words).lines().filter(line -> !line.isBlank()).toList();
    }
}
