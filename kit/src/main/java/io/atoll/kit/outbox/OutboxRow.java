package io.atoll.kit.outbox;

import io.atoll.kit.problem.Trace;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not acknowledged yet.
 *
 * @param trace a {@code traceparent}
 */
record OutboxRow(
        long id, String topic, String key, @Nullable String payload, @Nullable String trace) {

    /** What is kept in order. */
    record Lane(String topic, String key) {}

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("msg_key"),
                row.getString("payload"),
                row.getString("trace"));
    }

    Lane lane() {
        return new Lane(topic, key);
    }

    ProducerRecord<String, String> message() {
        var message = new ProducerRecord<String, String>(topic, key, payload);
        if (trace != null) {
            message.headers().add(Trace.HEADER, trace.getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }
}
