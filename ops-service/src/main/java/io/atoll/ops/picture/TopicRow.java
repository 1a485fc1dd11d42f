package io.atoll.ops.picture;

import org.apache.kafka.clients.admin.TopicDescription;

/// One topic in few bytes: tens of thousands are kept.
///
/// @param underReplicated partitions with fewer in-sync replicas than replicas
/// @param offline partitions without a leader
public record TopicRow(
        String name,
        int partitions,
        int replicationFactor,
        boolean internal,
        int underReplicated,
        int offline) {

    /// Topics of Kafka itself and of tools around it.
    private static final String INTERNAL = "__";

    public static boolean isInternal(String name) {
        return name.startsWith(INTERNAL);
    }

    public static TopicRow of(TopicDescription topic) {
        var partitions = topic.partitions();
        return new TopicRow(
                topic.name(),
                partitions.size(),
                partitions.isEmpty() ? 0 : partitions.getFirst().replicas().size(),
                topic.isInternal() || isInternal(topic.name()),
                (int) partitions.stream().filter(p -> p.isr().size() < p.replicas().size()).count(),
                (int) partitions.stream().filter(p -> isOffline(p.leader())).count());
    }

    private static boolean isOffline(org.apache.kafka.common.Node leader) {
        return leader == null || leader.isEmpty();
    }
}
