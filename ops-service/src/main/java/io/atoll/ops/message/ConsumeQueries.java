package io.atoll.ops.message;

import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.RecordView;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.ops.browse.Browse;
import io.atoll.ops.browse.Found;
import io.atoll.ops.browse.Limits;
import io.atoll.ops.browse.Start;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.connection.KafkaFailures;
import io.atoll.ops.topic.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/// Looks at records. Call on a virtual thread.
@ApplicationScoped
class ConsumeQueries {

    private final Connections connections;
    private final TopicReader topics;
    private final HeapBudget budget;

    ConsumeQueries(Connections connections, TopicReader topics, HeapBudget budget) {
        this.connections = connections;
        this.topics = topics;
        this.budget = budget;
    }

    /// @param abandoned true once nobody waits for the answer any more
    ConsumeView consume(String clusterId, ConsumeParameters asked, BooleanSupplier abandoned) {
        var begun = System.nanoTime();
        var start = asked.start();
        var connection = connections.of(clusterId);
        var topic = topics.describe(connection, asked.topic());
        var partitions = partitions(topic, asked, start);
        var bytes = budget.reserve(asked.maxBytes());
        try {
            var deadline = begun + Duration.ofMillis(asked.timeoutMs()).toNanos();
            var limits = new Limits(asked.maxRecords(), bytes, deadline, abandoned);
            return connection.withConsumer(
                    asked.isolation().equals("read_committed"),
                    consumer -> {
                        var browse = new Browse(consumer, limits);
                        var found = browse.records(partitions, start);
                        return view(found, browse, asked, begun, missing(topic, asked));
                    });
        } catch (KafkaException e) {
            throw KafkaFailures.problem(clusterId, e);
        } finally {
            budget.release(bytes);
        }
    }

    /// Those asked for that have a leader: the others cannot be read.
    private static List<TopicPartition> partitions(
            TopicDescription topic, ConsumeParameters asked, Start start) {
        int count = topic.partitions().size();
        var only = asked.partition();
        if (only != null && only >= count) {
            throw new Invalid(
                    "?partition",
                    "is %d, but the topic has %d partition(s), from 0 to %d"
                            .formatted(only, count, count - 1));
        }
        if (start instanceof Start.At && only == null && count > 1) {
            throw new Invalid(
                    "?partition",
                    "is needed with from=offset, for the topic has %d partitions".formatted(count));
        }
        var readable =
                topic.partitions().stream()
                        .filter(p -> only == null || only == p.partition())
                        .filter(p -> hasLeader(p))
                        .map(p -> new TopicPartition(topic.name(), p.partition()))
                        .toList();
        if (readable.isEmpty()) {
            throw new Unavailable(
                    "No partition that was asked for has a leader: a broker that holds it is down.");
        }
        return readable;
    }

    private static @Nullable List<String> missing(TopicDescription topic, ConsumeParameters asked) {
        var without =
                topic.partitions().stream()
                        .filter(p -> !hasLeader(p))
                        .map(TopicPartitionInfo::partition)
                        .toList();
        return without.isEmpty() || asked.partition() != null
                ? null
                : List.of("Left out for want of a leader: partitions " + without);
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader != null && !leader.isEmpty();
    }

    private static ConsumeView view(
            Found found,
            Browse browse,
            ConsumeParameters asked,
            long begun,
            @Nullable List<String> warnings) {
        var mapping =
                new RecordMapping(
                        encoding(asked.keyEncoding()),
                        encoding(asked.valueEncoding()),
                        asked.valueLimitBytes());
        List<RecordView> records = found.records().stream().map(mapping::view).toList();
        return new ConsumeView(
                newestFirst(asked) ? records.reversed() : records,
                found.ended().wire(),
                found.next(),
                browse.scannedRecords(),
                browse.scannedBytes(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                warnings);
    }

    private static boolean newestFirst(ConsumeParameters asked) {
        var order = asked.order();
        return order == null ? asked.from().equals("latest") : order.equals("newest");
    }

    private static @Nullable Encoding encoding(String name) {
        return name.equals("auto") ? null : Encoding.of(name);
    }
}
