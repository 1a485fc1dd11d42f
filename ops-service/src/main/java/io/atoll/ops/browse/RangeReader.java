package io.atoll.ops.browse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads ranges of offsets with one consumer that belongs to no group.
///
/// A range is read when the consumer's position has passed its end, not when so many records were
/// seen: offsets of transaction markers, of aborted records and of what compaction removed never
/// come as records.
final class RangeReader {

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Limits limits;
    private long scannedRecords;
    private long scannedBytes;

    RangeReader(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, Limits limits) {
        this.consumer = consumer;
        this.limits = limits;
    }

    /// Reads until every range is read, the sink is full or time is over.
    ///
    /// @return where each partition was left
    Map<TopicPartition, Long> read(
            Map<TopicPartition, Range> ranges,
            Consumer<ConsumerRecord<byte[], byte[]>> sink,
            BooleanSupplier full) {
        var left = new HashMap<TopicPartition, Long>();
        ranges.forEach((partition, range) -> left.put(partition, range.from()));
        var open = open(ranges);
        while (!open.isEmpty() && !full.getAsBoolean() && !limits.isOver()) {
            for (var record : consumer.poll(limits.slice())) {
                accept(record, ranges, sink);
            }
            open.entrySet().removeIf(range -> isRead(range, left));
        }
        return left;
    }

    private Map<TopicPartition, Range> open(Map<TopicPartition, Range> ranges) {
        var open = new HashMap<>(ranges);
        open.values().removeIf(Range::isEmpty);
        consumer.assign(open.keySet());
        consumer.resume(open.keySet());
        open.forEach((partition, range) -> consumer.seek(partition, range.from()));
        return open;
    }

    private boolean isRead(Map.Entry<TopicPartition, Range> range, Map<TopicPartition, Long> left) {
        var partition = range.getKey();
        var position = consumer.position(partition);
        left.put(partition, position);
        if (position < range.getValue().to()) {
            return false;
        }
        consumer.pause(Set.of(partition));
        return true;
    }

    private void accept(
            ConsumerRecord<byte[], byte[]> record,
            Map<TopicPartition, Range> ranges,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        scannedRecords++;
        scannedBytes += RecordSize.of(record);
        var range = ranges.get(new TopicPartition(record.topic(), record.partition()));
        if (range != null && record.offset() < range.to()) {
            sink.accept(record);
        }
    }

    long scannedRecords() {
        return scannedRecords;
    }

    long scannedBytes() {
        return scannedBytes;
    }
}
