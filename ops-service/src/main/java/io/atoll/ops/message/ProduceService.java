package io.atoll.ops.message;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.audit.AuditChange.Effect;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.contracts.topic.ProducedCount;
import io.atoll.kit.refusal.Conflict;
import io.atoll.ops.audit.ChangeNotes;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.connection.KafkaFailures;
import io.atoll.ops.picture.TopicRow;
import io.atoll.ops.topic.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// Writes records. Nothing is written where anything of the request is wrong; the topic is asked
/// for first, so that writing never makes one. Call on a virtual thread.
@ApplicationScoped
class ProduceService {

    /// Above the delivery timeout of the producer, which ends every record one way or the other.
    private static final long PATIENCE_SECONDS = 15;

    private final Connections connections;
    private final TopicReader topics;
    private final ChangeNotes notes;

    ProduceService(Connections connections, TopicReader topics, ChangeNotes notes) {
        this.notes = notes;
        this.connections = connections;
        this.topics = topics;
    }

    ProduceView produce(ClusterScope cluster, ProduceRequest request) {
        var clusterId = cluster.id();
        refuseInternal(request.topic());
        var connection = connections.toChange(clusterId);
        var topic = topics.describe(connection, request.topic());
        var records = RecordEncoder.encode(request, topic.partitions().size());
        var outcomes = send(connection, records);
        tell(cluster, request.topic(), outcomes);
        if (outcomes.stream().anyMatch(Outcome.Failed.class::isInstance)) {
            throw ProduceRefusals.of(
                    outcomes,
                    clusterId,
                    request.topic(),
                    () -> topics.largestRecord(connection, request.topic()));
        }
        return new ProduceView(
                request.topic(),
                outcomes.stream()
                        .map(outcome -> offset(((Outcome.Written) outcome).place()))
                        .toList());
    }

    /// How many were written, also where others were not.
    private void tell(ClusterScope cluster, String topic, List<Outcome> outcomes) {
        var written = outcomes.stream().filter(Outcome.Written.class::isInstance).count();
        if (written > 0) {
            var count = new ProducedCount(topic, Math.toIntExact(written));
            notes.tell(cluster, new Effect("message.produce", "topic " + topic, null, count));
        }
    }

    /// What became of one record.
    sealed interface Outcome {

        record Written(RecordMetadata place) implements Outcome {}

        record Failed(Throwable reason) implements Outcome {}
    }

    private static List<Outcome> send(
            ClusterConnection connection, List<ProducerRecord<byte[], byte[]>> records) {
        try {
            return connection.withProducer(
                    producer -> {
                        var sent = records.stream().map(record -> send(producer, record)).toList();
                        return sent.stream().map(ProduceService::await).toList();
                    });
        } catch (KafkaException e) {
            throw KafkaFailures.problem(connection.clusterId(), e);
        }
    }

    private static Future<RecordMetadata> send(
            Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            return java.util.concurrent.CompletableFuture.failedFuture(e);
        }
    }

    private static Outcome await(Future<RecordMetadata> sent) {
        try {
            return new Outcome.Written(sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return new Outcome.Failed(KafkaFailures.unwrap(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(e);
        }
    }

    private static ProduceView.Offset offset(RecordMetadata place) {
        return new ProduceView.Offset(
                place.partition(), place.offset(), Instant.ofEpochMilli(place.timestamp()));
    }

    private static void refuseInternal(String topic) {
        if (TopicRow.isInternal(topic)) {
            throw new Conflict(
                    "Topic '%s' belongs to Kafka itself; records written by others would break it."
                            .formatted(topic));
        }
    }
}
