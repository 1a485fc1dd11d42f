package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// From a Kafka spec and its ports to a blueprint. Pure.
final class KafkaBlueprints {

    private KafkaBlueprints() {}

    static Blueprint of(ClusterDesired desired, Map<String, Integer> ports) {
        var spec = KafkaNodes.spec(desired);
        var settings = new NodeSettings(desired, ports);
        return new Blueprint(
                new ClusterId(desired.id()),
                spec.dataEpoch(),
                spec.running(),
                IntStream.rangeClosed(1, spec.brokers())
                        .mapToObj(node -> node(desired, settings, ports, node))
                        .toList());
    }

    private static NodeBlueprint node(
            ClusterDesired desired, NodeSettings settings, Map<String, Integer> ports, int node) {
        var spec = KafkaNodes.spec(desired);
        var client = Objects.requireNonNull(ports.get(KafkaPorts.client(node)));
        return new NodeBlueprint(
                KafkaNodes.name(node),
                node,
                KafkaNodes.roles(spec, node),
                "127.0.0.1:" + client,
                portsOf(node, ports),
                Map.of("server.properties", settings.of(node)),
                KafkaPorts.wantsJmx(spec) ? jmx(node, ports) : Map.of(),
                HeapSize.megabytes(spec.kafkaConfig().heapSize()),
                spec.restarts());
    }

    private static List<Integer> portsOf(int node, Map<String, Integer> ports) {
        var own = new ArrayList<Integer>();
        new TreeMap<>(ports)
                .forEach(
                        (use, port) -> {
                            if (use.startsWith(KafkaNodes.name(node) + ".")) {
                                own.add(port);
                            }
                        });
        return own;
    }

    /// JMX for programs of this machine alone.
    private static Map<String, String> jmx(int node, Map<String, Integer> ports) {
        var port = String.valueOf(ports.get(KafkaPorts.jmx(node)));
        var prefix = "com.sun.management.jmxremote.";
        return Map.of(
                prefix + "port",
                port,
                prefix + "rmi.port",
                port,
                prefix + "host",
                "127.0.0.1",
                "java.rmi.server.hostname",
                "127.0.0.1",
                prefix + "authenticate",
                "false",
                prefix + "ssl",
                "false");
    }
}
