package io.atoll.ops.topic;

import io.atoll.contracts.topic.TopicView;
import io.atoll.kit.refusal.NotFound;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.KafkaFailures;
import io.atoll.ops.picture.TopicPictures;
import io.atoll.ops.picture.TopicRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Asks a cluster about single topics.
@ApplicationScoped
public class TopicReader {

    /// Stands where a partition has no leader that could tell its offsets.
    private static final long UNKNOWN = -1;

    private final TopicPictures pictures;

    TopicReader(TopicPictures pictures) {
        this.pictures = pictures;
    }

    /// The topic as the cluster knows it now; near names where it does not.
    public TopicDescription describe(ClusterConnection connection, String topic) {
        try {
            return connection.admin(
                    admin ->
                            Objects.requireNonNull(
                                    admin.describeTopics(List.of(topic))
                                            .topicNameValues()
                                            .get(topic)));
        } catch (UnknownTopicOrPartitionException | InvalidTopicException e) {
            throw new NotFound("topic", topic, pictures.near(connection.clusterId(), topic));
        } catch (KafkaException e) {
            throw KafkaFailures.problem(connection.clusterId(), e);
        }
    }

    TopicView view(ClusterConnection connection, TopicDescription topic) {
        var partitions = readable(topic);
        var begins = offsets(connection, partitions, OffsetSpec.earliest());
        var ends = offsets(connection, partitions, OffsetSpec.latest());
        var details =
                topic.partitions().stream()
                        .map(p -> partition(topic.name(), p, begins, ends))
                        .toList();
        var row = TopicRow.of(topic);
        return new TopicView(
                topic.name(),
                row.partitions(),
                row.replicationFactor(),
                row.internal(),
                row.underReplicated(),
                sum(begins, ends),
                details,
                ownSettings(connection, topic.name()),
                null);
    }

    /// Records in a topic: end offsets minus begin offsets of the partitions that have a leader.
    long records(ClusterConnection connection, TopicDescription topic) {
        var partitions = readable(topic);
        return sum(
                offsets(connection, partitions, OffsetSpec.earliest()),
                offsets(connection, partitions, OffsetSpec.latest()));
    }

    /// The same for many topics at once; those with a partition that has no leader are left out.
    Map<String, Long> records(ClusterConnection connection, List<TopicRow> rows) {
        var partitions =
                rows.stream()
                        .filter(row -> row.offline() == 0)
                        .flatMap(TopicReader::partitions)
                        .toList();
        var begins = offsets(connection, partitions, OffsetSpec.earliest());
        var ends = offsets(connection, partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(
                        Collectors.groupingBy(
                                TopicPartition::topic,
                                Collectors.summingLong(p -> offset(ends, p) - offset(begins, p))));
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicRow row) {
        return java.util.stream.IntStream.range(0, row.partitions())
                .mapToObj(number -> new TopicPartition(row.name(), number));
    }

    /// The settings that the topic has of its own.
    Map<String, String> ownSettings(ClusterConnection connection, String topic) {
        return ownSettings(connection, List.of(topic)).getOrDefault(topic, Map.of());
    }

    /// The same for many topics at once.
    Map<String, Map<String, String>> ownSettings(
            ClusterConnection connection, List<String> topics) {
        if (topics.isEmpty()) {
            return Map.of();
        }
        var resources =
                topics.stream().map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t)).toList();
        return ask(connection, admin -> admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), e -> ownSettings(e.getValue())));
    }

    private static Map<String, String> ownSettings(Config config) {
        var own = new TreeMap<String, String>();
        for (var entry : config.entries()) {
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG
                    && entry.value() != null) {
                own.put(entry.name(), entry.value());
            }
        }
        return own;
    }

    /// Bytes of the largest record that the topic takes.
    public long largestRecord(ClusterConnection connection, String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var answer = ask(connection, admin -> admin.describeConfigs(List.of(resource)).all());
        return answer.getOrDefault(resource, new Config(List.of())).entries().stream()
                .filter(e -> e.name().equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG))
                .mapToLong(e -> Long.parseLong(e.value()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /// Those with a leader: of others the client would ask again until its time is over.
    private static List<TopicPartition> readable(TopicDescription topic) {
        return topic.partitions().stream()
                .filter(p -> leader(p) != null)
                .map(p -> new TopicPartition(topic.name(), p.partition()))
                .toList();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            ClusterConnection connection, Collection<TopicPartition> partitions, OffsetSpec spec) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        var wanted = partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
        return ask(connection, admin -> admin.listOffsets(wanted).all());
    }

    private static <T> T ask(ClusterConnection connection, Function<Admin, Future<T>> question) {
        try {
            return connection.admin(question);
        } catch (KafkaException e) {
            throw KafkaFailures.problem(connection.clusterId(), e);
        }
    }

    private static TopicView.Partition partition(
            String topic,
            TopicPartitionInfo partition,
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        var id = new TopicPartition(topic, partition.partition());
        return new TopicView.Partition(
                partition.partition(),
                leader(partition),
                partition.replicas().stream().map(Node::id).toList(),
                partition.isr().stream().map(Node::id).toList(),
                offset(begins, id),
                offset(ends, id));
    }

    private static @Nullable Integer leader(TopicPartitionInfo partition) {
        var leader = partition.leader();
        return leader == null || leader.isEmpty() ? null : leader.id();
    }

    private static long offset(
            Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        var found = offsets.get(partition);
        return found == null ? UNKNOWN : found.offset();
    }

    private static long sum(
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.keySet().stream().mapToLong(p -> offset(ends, p) - offset(begins, p)).sum();
    }
}
