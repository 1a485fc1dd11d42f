package io.atoll.provisioner.export;

import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From a blueprint in containers to a compose file as a tree. Pure. */
final class ComposeFactory {

    private static final String HEALTH =
            "KAFKA_OPTS= KAFKA_HEAP_OPTS=-Xmx64m /opt/kafka/bin/kafka-cluster.sh cluster-id"
                    + " --bootstrap-server localhost:19092";

    /** What the program that looks after the health of a broker takes inside its container. */
    private static final long HEALTH_BYTES = 128L << 20;

    /** The image of brokers declares them as volumes; a container would get some without a name. */
    private static final List<String> EMPTY_DIRECTORIES =
            List.of("/etc/kafka/secrets", "/mnt/shared/config");

    private final Blueprint blueprint;
    private final ComposePorts ports;

    /**
     * @param ports of the machine by use, as the blueprint was made with
     */
    ComposeFactory(Blueprint blueprint, Map<String, Integer> ports) {
        this.blueprint = blueprint;
        this.ports = new ComposePorts(ports);
    }

    Map<String, Object> file() {
        var services = new LinkedHashMap<String, Object>();
        var volumes = new LinkedHashMap<String, Object>();
        for (var node : blueprint.nodes()) {
            if (node.software() instanceof Container container) {
                services.put(node.name(), service(node, container));
                if (container.dataDirectory() != null) {
                    volumes.put(volume(node), Map.of());
                }
            }
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("name", "kafka-" + blueprint.id().value());
        file.put("services", services);
        file.put("volumes", volumes);
        return file;
    }

    private Map<String, Object> service(NodeBlueprint node, Container container) {
        var service = new LinkedHashMap<String, Object>();
        service.put("image", image(node, container));
        service.put("restart", "unless-stopped");
        service.put("stop_grace_period", "30s");
        service.put("environment", environment(container));
        service.put("ports", ports.published(container.published()));
        if (container.dataDirectory() != null) {
            service.put("volumes", List.of(volume(node) + ":" + container.dataDirectory()));
            service.put("tmpfs", EMPTY_DIRECTORIES);
        }
        service.put("networks", Map.of("default", Map.of("aliases", List.of(alias(node)))));
        limits(service, container, node.isCompanion() ? 0 : HEALTH_BYTES);
        if (node.isCompanion()) {
            service.put("depends_on", brokersFirst());
        } else {
            service.put("healthcheck", health());
        }
        return service;
    }

    private static void limits(Map<String, Object> service, Container container, long more) {
        service.put("mem_limit", ((container.limits().memoryBytes() + more) >> 20) + "m");
        service.put("pids_limit", container.limits().processes());
        service.put("cap_drop", List.of("ALL"));
        service.put("security_opt", List.of("no-new-privileges:true"));
    }

    /** One variable for all nodes of a sort. */
    private static String image(NodeBlueprint node, Container container) {
        var sort = node.isCompanion() ? node.name() : "kafka";
        return "${%s_IMAGE:-%s}".formatted(ComposePorts.variable(sort), container.image());
    }

    private Map<String, String> environment(Container container) {
        var environment = new TreeMap<String, String>();
        container
                .environment()
                .forEach((name, value) -> environment.put(name, ports.inValue(name, value)));
        return environment;
    }

    /** The name under which the settings of other nodes know this one. */
    private String alias(NodeBlueprint node) {
        return Place.containerName(blueprint.id(), node.name());
    }

    private Map<String, Object> brokersFirst() {
        var brokers = new LinkedHashMap<String, Object>();
        blueprint.nodes().stream()
                .filter(node -> !node.isCompanion())
                .forEach(node -> brokers.put(node.name(), Map.of("condition", "service_healthy")));
        return brokers;
    }

    /** A broker is well when it answers a request, not when its port is open. */
    private static Map<String, Object> health() {
        var health = new LinkedHashMap<String, Object>();
        health.put("test", List.of("CMD-SHELL", HEALTH));
        health.put("interval", "10s");
        health.put("timeout", "10s");
        health.put("retries", 6);
        health.put("start_period", "60s");
        return health;
    }

    private static String volume(NodeBlueprint node) {
        return node.name() + "-data";
    }
}
