package io.atoll.ops.group;

import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.KafkaFailures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Asks a cluster about groups, many with each question. Questions about groups and partitions are
 * given up before the call as a whole is, so that one without an answer spoils none of the others.
 */
@ApplicationScoped
class GroupReader {
    private static final int PATIENCE_MS = 4_000;
    private static final int TOPICS_AT_ONCE = 500;
    private static final int PARTITIONS_AT_ONCE = 5_000;

    /**
     * @param missing why groups may be missing: a broker that did not answer
     */
    record Listed(List<GroupRow> groups, Optional<String> missing) {}

    Listed list(ClusterConnection connection) {
        return ask(
                connection,
                admin ->
                        listed(
                                admin.listGroups(
                                        ListGroupsOptions.forConsumerGroups()
                                                .timeoutMs(PATIENCE_MS))));
    }

    private static Future<Listed> listed(ListGroupsResult result) {
        var groups = result.valid().toCompletionStage();
        var errors = result.errors().toCompletionStage();
        return groups.thenCombine(errors, GroupReader::listed).toCompletableFuture();
    }

    /** Where no broker answered, the failure is that of the cluster. */
    private static Listed listed(Collection<GroupListing> groups, Collection<Throwable> errors) {
        if (groups.isEmpty() && !errors.isEmpty()) {
            throw failure(KafkaFailures.unwrap(errors.iterator().next()));
        }
        return new Listed(
                groups.stream().map(GroupRow::of).toList(),
                errors.stream()
                        .findFirst()
                        .map(e -> "A broker did not tell its groups: " + e.getMessage()));
    }

    /** The client wraps what kept it from finding any broker. */
    private static RuntimeException failure(Throwable why) {
        var cause = why.getClass().equals(KafkaException.class) ? why.getCause() : why;
        return cause instanceof RuntimeException known ? known : new KafkaException(why);
    }

    Answers<String, ConsumerGroupDescription> describe(
            ClusterConnection connection, List<String> groups) {
        var options = new DescribeConsumerGroupsOptions().timeoutMs(PATIENCE_MS);
        return ask(
                connection,
                admin ->
                        Answers.of(
                                admin.describeConsumerGroups(groups, options).describedGroups()));
    }

    Answers<String, Map<TopicPartition, OffsetAndMetadata>> committed(
            ClusterConnection connection, List<String> groups) {
        var specs =
                groups.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        _ -> new ListConsumerGroupOffsetsSpec()));
        var options = new ListConsumerGroupOffsetsOptions().timeoutMs(PATIENCE_MS);
        return ask(
                connection,
                admin -> {
                    var asked = admin.listConsumerGroupOffsets(specs, options);
                    return Answers.of(
                            groups.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Function.identity(),
                                                    asked::partitionsToOffsetAndMetadata)));
                });
    }

    /** Of these, the partitions that have a leader: others would be waited for in vain. */
    Set<TopicPartition> led(ClusterConnection connection, Set<TopicPartition> partitions) {
        var topics = partitions.stream().map(TopicPartition::topic).distinct().toList();
        var led = new HashSet<TopicPartition>();
        for (var batch : batches(topics, TOPICS_AT_ONCE)) {
            topics(connection, batch).values().forEach(topic -> led.addAll(led(topic)));
        }
        led.retainAll(partitions);
        return led;
    }

    private static Answers<String, TopicDescription> topics(
            ClusterConnection connection, List<String> topics) {
        var options = new DescribeTopicsOptions().timeoutMs(PATIENCE_MS);
        return ask(
                connection,
                admin -> Answers.of(admin.describeTopics(topics, options).topicNameValues()));
    }

    private static List<TopicPartition> led(TopicDescription topic) {
        return topic.partitions().stream()
                .filter(GroupReader::hasLeader)
                .map(p -> new TopicPartition(topic.name(), p.partition()))
                .toList();
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    Answers<TopicPartition, ListOffsetsResultInfo> ends(
            ClusterConnection connection, Set<TopicPartition> partitions) {
        var all = Answers.<TopicPartition, ListOffsetsResultInfo>none();
        for (var batch : batches(List.copyOf(partitions), PARTITIONS_AT_ONCE)) {
            all = all.and(ask(connection, admin -> ends(admin, batch)));
        }
        return all;
    }

    private static Future<Answers<TopicPartition, ListOffsetsResultInfo>> ends(
            Admin admin, List<TopicPartition> partitions) {
        var wanted =
                partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var asked = admin.listOffsets(wanted, new ListOffsetsOptions().timeoutMs(PATIENCE_MS));
        return Answers.of(
                partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), asked::partitionResult)));
    }

    private static <T> List<List<T>> batches(List<T> all, int size) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return batches;
    }

    private static <T> T ask(ClusterConnection connection, Function<Admin, Future<T>> question) {
        try {
            return connection.admin(question);
        } catch (KafkaException e) {
            throw KafkaFailures.problem(connection.clusterId(), e);
        }
    }
}
