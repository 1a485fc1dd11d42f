package io.atoll.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Docker;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Holds what the services say against each other and against what is there on the machine. */
final class Checker {
    private final Suite suite;
    private final List<Ground> grounds;

    Checker(Suite suite) {
        this.suite = suite;
        this.grounds =
                Docker.isThere() ? List.of(Ground.PROCESS, Ground.DOCKER) : List.of(Ground.PROCESS);
    }

    void awaitNothingWrong() {
        await("nothing wrong")
                .atMost(Fleet.patience())
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
        for (var ground : grounds) {
            for (var id : ground.clusters(suite)) {
                if (!clusters.containsKey(id)) {
                    complaints.add("left of a cluster that is gone, " + ground + ": " + id);
                }
            }
        }
        checkEvents(complaints);
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
        for (var node : nodes()) {
            if (!seen.add(node.cluster() + "/" + node.name())) {
                complaints.add("a second node: " + node);
            }
            var cluster = clusters.get(node.cluster());
            if (cluster == null || !cluster.get("running").asBoolean()) {
                complaints.add("a node that should not run: " + node);
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

    /** Told once, each under a number of its own. */
    private void checkEvents(List<String> complaints) {
        var seen = new HashSet<String>();
        for (var event : suite.admin().get("/api/v1/events?page_size=1000").expect(200).json()) {
            if (!seen.add(event.get("id").asText())) {
                complaints.add("an event told twice: " + event);
            }
        }
    }

    private List<Ground.Node> nodes() {
        return grounds.stream().flatMap(ground -> ground.nodes(suite).stream()).toList();
    }
}
