package io.atoll.ops.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Keeps the newest records within bounds, and lets go of older ones as newer ones come.
final class Newest {

    static final Comparator<ConsumerRecord<byte[], byte[]>> BY_TIME =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingLong(ConsumerRecord::offset)
                    .thenComparingInt(ConsumerRecord::partition);

    private final Limits limits;
    private final PriorityQueue<ConsumerRecord<byte[], byte[]>> kept = new PriorityQueue<>(BY_TIME);
    private long bytes;
    private boolean outOfBytes;
    private boolean outOfRecords;

    Newest(Limits limits) {
        this.limits = limits;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        kept.add(record);
        bytes += RecordSize.of(record);
        while (kept.size() > limits.maxRecords()) {
            outOfRecords = true;
            drop();
        }
        while (bytes > limits.maxBytes() && kept.size() > 1) {
            outOfBytes = true;
            drop();
        }
    }

    private void drop() {
        var oldest = kept.poll();
        if (oldest != null) {
            bytes -= RecordSize.of(oldest);
        }
    }

    /// True where only newer records than those kept would still find a place.
    boolean isFull() {
        return kept.size() >= limits.maxRecords() || outOfBytes;
    }

    /// True where a record of this time would not be kept.
    boolean isPast(long timestamp) {
        var oldest = kept.peek();
        return isFull() && oldest != null && timestamp <= oldest.timestamp();
    }

    boolean isOutOfBytes() {
        return outOfBytes;
    }

    boolean isOutOfRecords() {
        return outOfRecords;
    }

    /// Oldest first.
    List<ConsumerRecord<byte[], byte[]>> records() {
        var sorted = new ArrayList<>(kept);
        sorted.sort(BY_TIME);
        return sorted;
    }
}
