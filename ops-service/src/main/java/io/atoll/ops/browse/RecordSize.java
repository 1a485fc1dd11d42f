package io.atoll.ops.browse;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Bytes of a record.
public final class RecordSize {

    private RecordSize() {}

    /// Bytes of key and value.
    public static long of(ConsumerRecord<?, ?> record) {
        return Math.max(0L, record.serializedKeySize())
                + Math.max(0L, record.serializedValueSize());
    }
}
