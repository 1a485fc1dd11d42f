package io.atoll.provisioner.kind.kafka;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Place.Containers;
import io.atoll.provisioner.runtime.Place.Machine;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where a node listens, what it tells others to connect to, and where the quorum is. On the
/// machine all nodes share one address and differ by port; in containers they share ports and
/// differ by name.
final class NodeListeners {

    static final int INTERNAL = 19_092;
    static final int EXTERNAL = 9_092;
    static final int CONTROLLER = 9_093;

    private static final String HOST = "127.0.0.1";

    private final ClusterId id;
    private final Place place;
    private final Map<String, Integer> ports;

    NodeListeners(ClusterId id, Place place, Map<String, Integer> ports) {
        this.id = id;
        this.place = place;
        this.ports = ports;
    }

    /// `host:port` for clients.
    String address(int node) {
        return switch (place) {
            case Machine _ -> HOST + ":" + port(KafkaPorts.client(node));
            case Containers containers ->
                    containers.address() + ":" + port(KafkaPorts.client(node));
        };
    }

    /// `host:port` for Atoll itself.
    String reach(int node) {
        return place instanceof Containers containers && containers.byName()
                ? inside(node)
                : address(node);
    }

    /// `host:port` for clients in the network of the cluster.
    String inside(int node) {
        return name(node) + ":" + INTERNAL;
    }

    Map<String, String> settings(int node, boolean isController) {
        return switch (place) {
            case Machine _ -> onTheMachine(node, isController);
            case Containers _ -> inContainers(node, isController);
        };
    }

    private Map<String, String> onTheMachine(int node, boolean isController) {
        var client = "CLIENT://" + address(node);
        var controller =
                isController
                        ? ",CONTROLLER://" + HOST + ":" + port(KafkaPorts.controller(node))
                        : "";
        return Map.of(
                "listeners",
                client + controller,
                "advertised.listeners",
                client,
                "inter.broker.listener.name",
                "CLIENT",
                "listener.security.protocol.map",
                "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    private Map<String, String> inContainers(int node, boolean isController) {
        var brokers = "INTERNAL://0.0.0.0:" + INTERNAL + ",EXTERNAL://0.0.0.0:" + EXTERNAL;
        var controller = isController ? ",CONTROLLER://0.0.0.0:" + CONTROLLER : "";
        return Map.of(
                "listeners",
                brokers + controller,
                "advertised.listeners",
                "INTERNAL://" + inside(node) + ",EXTERNAL://" + address(node),
                "inter.broker.listener.name",
                "INTERNAL",
                "listener.security.protocol.map",
                "INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    String voters(int controllers) {
        return IntStream.rangeClosed(1, controllers)
                .mapToObj(node -> node + "@" + controller(node))
                .collect(Collectors.joining(","));
    }

    private String controller(int node) {
        return switch (place) {
            case Machine _ -> HOST + ":" + port(KafkaPorts.controller(node));
            case Containers _ -> name(node) + ":" + CONTROLLER;
        };
    }

    private String name(int node) {
        return Place.containerName(id, KafkaNodes.name(node));
    }

    int port(String use) {
        return Objects.requireNonNull(ports.get(use), use);
    }
}
