package io.atoll.provisioner.kind.kafka;

import static java.util.stream.Collectors.joining;

import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.Place;
import java.util.Map;
import java.util.TreeMap;

/// Addresses of a Kafka cluster by name: `kafka` for clients, `kafka_internal` for clients in the
/// network of its containers, `rest_proxy` and `ui` where they exist. Pure.
final class KafkaEndpoints {

    private KafkaEndpoints() {}

    static Map<String, String> of(Blueprint blueprint) {
        var endpoints = new TreeMap<String, String>();
        endpoints.put(
                "kafka",
                blueprint.members().stream().map(NodeBlueprint::address).collect(joining(",")));
        var inside =
                blueprint.members().stream()
                        .filter(node -> node.software() instanceof Container)
                        .map(node -> Place.containerName(blueprint.id(), node.name()))
                        .map(name -> name + ":" + NodeListeners.INTERNAL)
                        .collect(joining(","));
        if (!inside.isEmpty()) {
            endpoints.put("kafka_internal", inside);
        }
        blueprint
                .companions()
                .forEach(
                        node ->
                                endpoints.put(
                                        node.name().replace('-', '_'), "http://" + node.address()));
        return endpoints;
    }
}
