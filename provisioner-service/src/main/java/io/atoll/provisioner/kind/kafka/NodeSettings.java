package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.provisioner.runtime.NodeBlueprint;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The settings of one node, in three layers: our defaults, what people set, and what holds the
/// cluster together, which nobody can override.
final class NodeSettings {

    private static final Set<String> SERIOUS = Set.of("prod", "production", "staging");
    private static final int FEW_PARTITIONS = 5;
    private static final int MORE_PARTITIONS = 12;

    private final ClusterDesired desired;
    private final KafkaSpec spec;
    private final KafkaConfig config;
    private final NodeListeners listeners;

    NodeSettings(ClusterDesired desired, NodeListeners listeners) {
        this.desired = desired;
        this.spec = KafkaNodes.spec(desired);
        this.config = spec.kafkaConfig();
        this.listeners = listeners;
    }

    /// The text of `server.properties`, sorted by name.
    String text(int node) {
        var all = new TreeMap<>(of(node));
        all.put("atoll.kafka.cluster.id", KafkaClusterId.of(desired.id(), spec.dataEpoch()));
        all.put("log.dirs", NodeBlueprint.DATA);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /// By name, values as in a properties file; the place of the data is left to others.
    Map<String, String> of(int node) {
        var all = new TreeMap<String, String>();
        all.putAll(defaults());
        all.putAll(chosen());
        all.keySet().removeIf(NodeSettings::isForbidden);
        all.putAll(structure(node));
        all.replaceAll((_, value) -> escaped(value));
        return all;
    }

    private Map<String, String> defaults() {
        var defaults = new TreeMap<String, String>();
        var copies = String.valueOf(Math.min(3, spec.brokers()));
        var inSync = spec.brokers() >= 3 ? "2" : "1";
        var partitions = String.valueOf(spec.brokers() == 1 ? FEW_PARTITIONS : MORE_PARTITIONS);
        for (var topic : Set.of("offsets.topic", "transaction.state.log")) {
            defaults.put(topic + ".replication.factor", copies);
            defaults.put(topic + ".num.partitions", partitions);
        }
        defaults.put("transaction.state.log.min.isr", inSync);
        defaults.put("share.coordinator.state.topic.replication.factor", copies);
        defaults.put("share.coordinator.state.topic.min.isr", inSync);
        defaults.put("share.coordinator.state.topic.num.partitions", partitions);
        defaults.put("min.insync.replicas", inSync);
        defaults.put("default.replication.factor", copies);
        defaults.put("group.initial.rebalance.delay.ms", rebalanceDelay());
        defaults.put("broker.session.timeout.ms", "6000");
        defaults.put("broker.heartbeat.interval.ms", "1000");
        defaults.put("log.cleaner.dedupe.buffer.size", cleanerBuffer());
        return defaults;
    }

    private String rebalanceDelay() {
        return SERIOUS.contains(desired.environment()) ? "3000" : "0";
    }

    /// Kafka takes 128 MB of the heap for it unless told otherwise.
    private String cleanerBuffer() {
        var heap = (long) HeapSize.megabytes(config.heapSize()) << 20;
        return String.valueOf(Math.clamp(heap / 32, 4L << 20, 128L << 20));
    }

    private Map<String, String> chosen() {
        var chosen = new TreeMap<String, String>();
        put(chosen, "log.retention.hours", config.logRetentionHours());
        put(chosen, "log.segment.bytes", config.logSegmentBytes());
        put(chosen, "num.partitions", config.numPartitions());
        put(chosen, "default.replication.factor", config.defaultReplicationFactor());
        put(chosen, "num.network.threads", config.numNetworkThreads());
        put(chosen, "num.io.threads", config.numIoThreads());
        put(chosen, "socket.send.buffer.bytes", config.socketSendBufferBytes());
        put(chosen, "socket.receive.buffer.bytes", config.socketReceiveBufferBytes());
        if (config.customProperties() != null) {
            chosen.putAll(config.customProperties());
        }
        return chosen;
    }

    private static void put(Map<String, String> into, String name, @Nullable Integer value) {
        if (value != null) {
            into.put(name, value.toString());
        }
    }

    private static boolean isForbidden(String name) {
        return name.startsWith("atoll.")
                || name.equals("log.dir")
                || name.equals("log.dirs")
                || name.equals("metadata.log.dir");
    }

    private Map<String, String> structure(int node) {
        var isController = KafkaNodes.isController(spec, node);
        var structure = new TreeMap<>(listeners.settings(node, isController));
        structure.put("node.id", String.valueOf(node));
        structure.put("process.roles", String.join(",", KafkaNodes.roles(spec, node)));
        structure.put("controller.quorum.voters", listeners.voters(KafkaNodes.controllers(spec)));
        structure.put("controller.listener.names", "CONTROLLER");
        return structure;
    }

    /// As java.util.Properties reads it.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
