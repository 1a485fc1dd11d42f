package io.atoll.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what the services say against each other and against what is there on the machine. */
final class Checker {
    private final Suite suite;

    Checker(Suite suite) {
        this.suite = suite;
    }

    void awaitNothingWrong() {
        await("nothing wrong")
                .atMost(Fleet.PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(complaints()).isEmpty());
    }

    private List<String> complaints() {
        var complaints = new ArrayList<String>();
        var clusters = new HashMap<String, JsonNode>();
        suite.admin()
                .get("/api/v1/clusters?page_size=1000")
                .expect(200)
                .json()
                .forEach(c -> clusters.put(c.get("id").asText(), c));
        clusters.values().forEach(c -> checkSettled(c, complaints));
        checkNodes(clusters, complaints);
        checkPorts(clusters, complaints);
        for (var directory : directories()) {
            if (!clusters.containsKey(directory)) {
                complaints.add("directory of no cluster: " + directory);
            }
        }
        return complaints;
    }

    private static void checkSettled(JsonNode cluster, List<String> complaints) {
        var wanted = cluster.get("running").asBoolean() ? "RUNNING" : "STOPPED";
        var status = cluster.get("status");
        if (!status.get("phase").asText().equals(wanted)
                || status.get("observed_generation").asLong()
                        != cluster.get("generation").asLong()) {
            complaints.add("not settled: " + cluster);
        }
    }

    /** Each node of each running cluster is one process, and there is no other. */
    private void checkNodes(Map<String, JsonNode> clusters, List<String> complaints) {
        var seen = new HashSet<String>();
        for (var process : suite.processes().nodes()) {
            var id = process.property("atoll.cluster").orElseThrow();
            if (!seen.add(id + "/" + process.property("atoll.node").orElse("?"))) {
                complaints.add("a second node: " + process);
            }
            var cluster = clusters.get(id);
            if (cluster == null || !cluster.get("running").asBoolean()) {
                complaints.add("a node that should not run: " + process);
            }
        }
        var wanted =
                clusters.values().stream()
                        .filter(c -> c.get("running").asBoolean())
                        .mapToInt(c -> c.get("brokers").asInt())
                        .sum();
        if (seen.size() != wanted) {
            complaints.add(wanted + " nodes wanted, there are " + seen);
        }
    }

    private void checkPorts(Map<String, JsonNode> clusters, List<String> complaints) {
        var held = new HashSet<Integer>();
        for (var port : suite.admin().get("/api/v1/ports").expect(200).json()) {
            if (!held.add(port.get("port").asInt())) {
                complaints.add("a port held twice: " + port);
            }
            if (!clusters.containsKey(port.get("cluster").asText())) {
                complaints.add("a port of no cluster: " + port);
            }
        }
        for (var cluster : clusters.values()) {
            cluster.at("/status/port_allocation/all")
                    .forEach(
                            port -> {
                                if (!held.contains(port.asInt())) {
                                    complaints.add("shown but not held: " + port);
                                }
                            });
        }
    }

    /** Clusters with a directory, also a half-made or half-removed one; not those set aside. */
    Set<String> directories() {
        var clusters = suite.home().resolve("clusters");
        if (!Files.isDirectory(clusters)) {
            return Set.of();
        }
        try (var entries = Files.list(clusters)) {
            return entries.filter(Files::isDirectory)
                    .map(d -> d.getFileName().toString().replaceFirst("^\\.(trash|new)-", ""))
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
