package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Program;
import io.atoll.provisioner.runtime.NodeBlueprint.Software;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Place.Containers;
import io.atoll.provisioner.runtime.Place.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// From a Kafka spec, the place of its nodes and its ports to a blueprint. Pure.
final class KafkaBlueprints {

    private static final int LOG_DAYS = 30;

    private final ClusterDesired desired;
    private final KafkaSpec spec;
    private final Place place;
    private final Map<String, Integer> ports;
    private final NodeListeners listeners;

    private KafkaBlueprints(ClusterDesired desired, Place place, Map<String, Integer> ports) {
        this.desired = desired;
        this.spec = KafkaNodes.spec(desired);
        this.place = place;
        this.ports = ports;
        this.listeners = new NodeListeners(new ClusterId(desired.id()), place, ports);
    }

    static Blueprint of(ClusterDesired desired, Place place, Map<String, Integer> ports) {
        return new KafkaBlueprints(desired, place, ports).all();
    }

    private Blueprint all() {
        var nodes = new ArrayList<NodeBlueprint>();
        IntStream.rangeClosed(1, spec.brokers()).forEach(node -> nodes.add(broker(node)));
        nodes.addAll(companions());
        return new Blueprint(
                new ClusterId(desired.id()),
                spec.dataEpoch(),
                spec.running(),
                nodes,
                Duration.ofDays(logDays(spec)));
    }

    private List<NodeBlueprint> companions() {
        return switch (place) {
            case Machine _ -> List.of();
            case Containers containers ->
                    new KafkaCompanions(desired, containers, ports, bootstrap()).all();
        };
    }

    private String bootstrap() {
        return IntStream.rangeClosed(1, spec.brokers())
                .mapToObj(listeners::inside)
                .collect(Collectors.joining(","));
    }

    private NodeBlueprint broker(int node) {
        return new NodeBlueprint(
                KafkaNodes.name(node),
                node,
                KafkaNodes.roles(spec, node),
                listeners.address(node),
                listeners.reach(node),
                portsOf(node),
                software(node),
                HeapSize.megabytes(spec.kafkaConfig().heapSize()),
                spec.restarts());
    }

    private Software software(int node) {
        var settings = new NodeSettings(desired, listeners);
        return switch (place) {
            case Machine _ ->
                    new Program(Map.of("server.properties", settings.text(node)), jmx(node));
            case Containers containers -> {
                var all = new TreeMap<>(settings.of(node));
                all.put("log.dirs", KafkaContainers.DATA);
                yield KafkaContainers.of(containers, desired, all, published(node), jmx(node));
            }
        };
    }

    private Map<Integer, Integer> published(int node) {
        var published = new HashMap<Integer, Integer>();
        published.put(listeners.port(KafkaPorts.client(node)), NodeListeners.EXTERNAL);
        if (KafkaPorts.wantsJmx(spec)) {
            var port = listeners.port(KafkaPorts.jmx(node));
            published.put(port, port);
        }
        return published;
    }

    private List<Integer> portsOf(int node) {
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

    /// JMX for programs of this machine alone: in a container it is published there.
    private Map<String, String> jmx(int node) {
        if (!KafkaPorts.wantsJmx(spec)) {
            return Map.of();
        }
        var port = String.valueOf(listeners.port(KafkaPorts.jmx(node)));
        var prefix = "com.sun.management.jmxremote.";
        var jmx = new HashMap<String, String>();
        jmx.put(prefix + "port", port);
        jmx.put(prefix + "rmi.port", port);
        jmx.put(prefix + "authenticate", "false");
        jmx.put(prefix + "ssl", "false");
        switch (place) {
            case Machine _ -> {
                jmx.put(prefix + "host", "127.0.0.1");
                jmx.put("java.rmi.server.hostname", "127.0.0.1");
            }
            case Containers containers -> jmx.put("java.rmi.server.hostname", containers.address());
        }
        return jmx;
    }

    private static int logDays(KafkaSpec spec) {
        return Objects.requireNonNullElse(spec.retentionPolicy().logRetentionDays(), LOG_DAYS);
    }
}
