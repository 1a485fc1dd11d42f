package io.atoll.provisioner.kind.kafka;

import static io.atoll.provisioner.runtime.NodeBlueprint.REST_PROXY;
import static io.atoll.provisioner.runtime.NodeBlueprint.UI;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Place.Containers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// REST proxy and UI as containers beside a cluster. Each knows exactly its own cluster. Pure.
final class KafkaCompanions {

    static final int REST_PROXY_PORT = 8_082;
    static final int UI_PORT = 8_080;

    private static final long PROCESSES = 1_024;
    private static final int HEAP_MEGABYTES = 256;

    private final ClusterDesired desired;
    private final KafkaSpec spec;
    private final Containers place;
    private final Map<String, Integer> ports;
    private final String bootstrap;

    /// @param bootstrap servers as the network of the cluster knows them
    KafkaCompanions(
            ClusterDesired desired,
            Containers place,
            Map<String, Integer> ports,
            String bootstrap) {
        this.desired = desired;
        this.spec = KafkaNodes.spec(desired);
        this.place = place;
        this.ports = ports;
        this.bootstrap = bootstrap;
    }

    List<NodeBlueprint> all() {
        var companions = new ArrayList<NodeBlueprint>();
        if (isWanted(spec.restProxyConfig())) {
            companions.add(restProxy(Objects.requireNonNull(spec.restProxyConfig())));
        }
        if (isWanted(spec.uiConfig())) {
            companions.add(ui(Objects.requireNonNull(spec.uiConfig())));
        }
        return companions;
    }

    static boolean isWanted(@Nullable RestProxyConfig config) {
        return config != null && !Boolean.FALSE.equals(config.enabled());
    }

    static boolean isWanted(@Nullable UiConfig config) {
        return config != null && !Boolean.FALSE.equals(config.enabled());
    }

    private NodeBlueprint restProxy(RestProxyConfig config) {
        var heap = heap(config.heapSize());
        var settings = new TreeMap<String, String>();
        put(settings, "consumer.request.timeout.ms", config.consumerRequestTimeoutMs());
        put(settings, "producer.request.timeout.ms", config.producerRequestTimeoutMs());
        settings.putAll(Objects.requireNonNullElse(config.customProperties(), Map.of()));
        settings.put("bootstrap.servers", "PLAINTEXT://" + bootstrap.replace(",", ",PLAINTEXT://"));
        settings.put("listeners", "http://0.0.0.0:" + REST_PROXY_PORT);
        settings.put("host.name", hostName(REST_PROXY));
        var environment = new TreeMap<>(KafkaEnvironment.prefixed("KAFKA_REST_", settings));
        environment.put("KAFKAREST_HEAP_OPTS", KafkaContainers.heapFlags(heap));
        return node(REST_PROXY, place.images().restProxy(), REST_PROXY_PORT, heap, environment);
    }

    private NodeBlueprint ui(UiConfig config) {
        var heap = heap(config.heapSize());
        var environment = new TreeMap<String, String>();
        Objects.requireNonNullElse(config.clustersConfig(), Map.<String, String>of())
                .forEach((name, value) -> environment.put(ofCluster(name), value));
        environment.put(ofCluster("name"), desired.name());
        environment.put(ofCluster("bootstrapServers"), bootstrap);
        environment.put(ofCluster("readonly"), String.valueOf(isReadOnly(config)));
        environment.keySet().removeIf(name -> !name.matches("[A-Z0-9_]+"));
        environment.put("DYNAMIC_CONFIG_ENABLED", "false");
        environment.put("SERVER_PORT", String.valueOf(UI_PORT));
        environment.put("JAVA_OPTS", KafkaContainers.heapFlags(heap));
        return node(UI, place.images().ui(), UI_PORT, heap, environment);
    }

    /// The UI knows one switch only: it forbids every change or none.
    private static boolean isReadOnly(UiConfig config) {
        return Boolean.TRUE.equals(config.readonlyMode());
    }

    private static String ofCluster(String setting) {
        return "KAFKA_CLUSTERS_0_"
                + setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private NodeBlueprint node(
            String name, String image, int inside, int heap, Map<String, String> environment) {
        var port = Objects.requireNonNull(ports.get(KafkaPorts.http(name)));
        var address = place.address() + ":" + port;
        return new NodeBlueprint(
                name,
                0,
                List.of(name),
                address,
                place.byName() ? hostName(name) + ":" + inside : address,
                List.of(port),
                new Container(
                        image,
                        environment,
                        Map.of(port, inside),
                        null,
                        new Limits(KafkaContainers.memoryBytes(heap), place.cpus(), PROCESSES)),
                heap,
                spec.restarts());
    }

    private String hostName(String name) {
        return Place.containerName(new ClusterId(desired.id()), name);
    }

    private static int heap(@Nullable String size) {
        return size == null ? HEAP_MEGABYTES : HeapSize.megabytes(size);
    }

    private static void put(Map<String, String> into, String name, @Nullable Integer value) {
        if (value != null) {
            into.put(name, value.toString());
        }
    }
}
