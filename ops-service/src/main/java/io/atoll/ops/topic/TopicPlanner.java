package io.atoll.ops.topic;

import io.atoll.contracts.topic.TopicPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/// What a change of a topic comes down to. Pure.
final class TopicPlanner {

    private TopicPlanner() {}

    /// Setting by setting from what is to what is wanted; what is not wanted goes to its default.
    static List<TopicPlan.Change> changes(Map<String, String> own, Map<String, String> wanted) {
        var names = new TreeSet<>(own.keySet());
        names.addAll(wanted.keySet());
        var changes = new ArrayList<TopicPlan.Change>();
        for (var name : names) {
            if (!Objects.equals(own.get(name), wanted.get(name))) {
                changes.add(
                        new TopicPlan.Change("/config/" + name, own.get(name), wanted.get(name)));
            }
        }
        return changes;
    }

    /// The same as Kafka takes it: only what differs, so that a repeated request does nothing.
    static List<AlterConfigOp> operations(Map<String, String> own, Map<String, String> wanted) {
        var operations = new ArrayList<AlterConfigOp>();
        new TreeMap<>(wanted)
                .forEach(
                        (name, value) -> {
                            if (!value.equals(own.get(name))) {
                                operations.add(operation(name, value, AlterConfigOp.OpType.SET));
                            }
                        });
        own.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> operations.add(operation(name, "", AlterConfigOp.OpType.DELETE)));
        return operations;
    }

    private static AlterConfigOp operation(String name, String value, AlterConfigOp.OpType type) {
        return new AlterConfigOp(new ConfigEntry(name, value), type);
    }

    /// What a person should know of a topic with these settings.
    static List<String> warnings(int replicationFactor, Map<String, String> config) {
        var minimum = number(config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
        return minimum != null && minimum > replicationFactor
                ? List.of(
                        "min.insync.replicas is %d, but the topic has %d replica(s): nothing can be written with acks=all."
                                .formatted(minimum, replicationFactor))
                : List.of();
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
