package io.atoll.e2e.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Docker;
import io.atoll.e2e.suite.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The suite of docker-compose.yml as a project of its own, on free ports of this machine. */
final class ComposeSuite implements AutoCloseable {
    private static final int MANAGED_PORTS = 20;

    private final String project = "atoll-e2e-" + ProcessHandle.current().pid();
    private final int port = freeRun();
    private final Map<String, String> environment =
            Map.of(
                    "COMPOSE_PROJECT_NAME",
                    project,
                    "ATOLL_PORT",
                    Integer.toString(port),
                    "ATOLL_PORT_RANGE",
                    (port + 1) + "-" + (port + MANAGED_PORTS),
                    "ATOLL_ADMIN_PASSWORD",
                    Suite.PASSWORD,
                    "DOCKER_GID",
                    Docker.group());

    /** Returns when every part is healthy; the time that took. */
    Duration up() {
        var began = System.nanoTime();
        compose("up", "-d", "--wait", "--no-build");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    String compose(String... words) {
        var all = new ArrayList<>(List.of("compose"));
        all.addAll(List.of(words));
        return Docker.output(environment, all.toArray(String[]::new));
    }

    Api admin() {
        return Api.signedIn(URI.create("http://127.0.0.1:" + port), "admin", Suite.PASSWORD);
    }

    /** Containers of the nodes of a cluster. */
    List<String> nodes(String cluster) {
        return Docker.output(
                        "ps",
                        "-q",
                        "--no-trunc",
                        "--filter",
                        "label=io.atoll.home=" + project,
                        "--filter",
                        "label=io.atoll.cluster=" + cluster)
                .lines()
                .toList();
    }

    /** What is left on this machine of the project and of the clusters that it made. */
    List<String> leftOvers() {
        var left = new ArrayList<>(Docker.labelled("com.docker.compose.project=" + project));
        left.addAll(Docker.labelled("io.atoll.home=" + project));
        return left;
    }

    JsonNode inspect(String service) {
        var container = compose("ps", "-q", service).strip();
        return Api.parse(Docker.output("inspect", container)).get(0);
    }

    @Override
    public void close() {
        compose("down", "-v", "--timeout", "20");
        var nodes =
                Docker.output("ps", "-aq", "--filter", "label=io.atoll.home=" + project)
                        .lines()
                        .toList();
        if (!nodes.isEmpty()) {
            var words = new ArrayList<>(List.of("rm", "-fv"));
            words.addAll(nodes);
            Docker.output(words.toArray(String[]::new));
        }
    }

    private static int freeRun() {
        return IntStream.iterate(9_700, from -> from < 9_980, from -> from + MANAGED_PORTS + 1)
                .filter(
                        from ->
                                IntStream.rangeClosed(from, from + MANAGED_PORTS)
                                        .allMatch(Suite::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free ports"));
    }
}
