package io.atoll.ops.browse;

import io.atoll.ops.browse.Found.Ended;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Finds the newest records of all partitions together: reads a window before the end of each,
/// then windows twice as large before those, until no older record could be among the newest.
/// Gaps in the offsets only cost another window. Takes times as rising within a partition.
final class BackwardBrowse {

    private final RangeReader reader;
    private final Limits limits;
    private final Newest newest;
    private final Map<TopicPartition, Long> oldestSeen = new HashMap<>();

    BackwardBrowse(RangeReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
        this.newest = new Newest(limits);
    }

    /// @param ranges all there is
    Found browse(Map<TopicPartition, Range> ranges) {
        var open = new HashMap<>(ranges);
        open.values().removeIf(Range::isEmpty);
        long window = Math.ceilDiv(limits.maxRecords(), Math.max(1, open.size()));
        while (!open.isEmpty() && !limits.isOver()) {
            var windows = windows(open, window);
            reader.read(windows, this::add, () -> false);
            long read = window;
            open.replaceAll((partition, rest) -> rest.withoutLast(read));
            open.entrySet().removeIf(this::isSettled);
            window *= 2;
        }
        var next = new TreeMap<Integer, Long>();
        ranges.forEach((partition, range) -> next.put(partition.partition(), range.to()));
        return new Found(newest.records(), ended(ranges), next);
    }

    /// The last `window` offsets of what is left of each partition.
    private static Map<TopicPartition, Range> windows(
            Map<TopicPartition, Range> open, long window) {
        var windows = new HashMap<TopicPartition, Range>();
        open.forEach((partition, rest) -> windows.put(partition, rest.last(window)));
        return windows;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        oldestSeen.merge(
                new TopicPartition(record.topic(), record.partition()),
                record.timestamp(),
                Math::min);
        newest.add(record);
    }

    private boolean isSettled(Map.Entry<TopicPartition, Range> rest) {
        var oldest = oldestSeen.get(rest.getKey());
        return rest.getValue().isEmpty() || (oldest != null && newest.isPast(oldest));
    }

    private Ended ended(Map<TopicPartition, Range> ranges) {
        if (newest.isOutOfBytes()) {
            return Ended.MAX_BYTES;
        }
        if (limits.isOver()) {
            return Ended.TIMEOUT;
        }
        var mayHoldMore = newest.isOutOfRecords() || (newest.isFull() && !isAllRead(ranges));
        return mayHoldMore ? Ended.MAX_RECORDS : Ended.END_REACHED;
    }

    private boolean isAllRead(Map<TopicPartition, Range> ranges) {
        return ranges.values().stream().mapToLong(r -> r.to() - r.from()).sum()
                <= reader.scannedRecords();
    }
}
