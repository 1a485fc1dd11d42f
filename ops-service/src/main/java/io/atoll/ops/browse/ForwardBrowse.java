package io.atoll.ops.browse;

import io.atoll.ops.browse.Found.Ended;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads onwards from given offsets. Of each partition the answer holds a run without gaps, so
/// that a further read can go on where this one ended; partitions are merged by time.
final class ForwardBrowse {

    private final RangeReader reader;
    private final Limits limits;
    private final Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> read = new TreeMap<>();
    private int records;
    private long bytes;

    ForwardBrowse(RangeReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    Found browse(Map<TopicPartition, Range> ranges) {
        var left = reader.read(ranges, this::add, this::isFull);
        var chosen = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var outOfBytes = choose(chosen);
        var next = new TreeMap<Integer, Long>();
        left.forEach((partition, offset) -> next.put(partition.partition(), offset));
        read.forEach(
                (partition, rest) -> {
                    if (!rest.isEmpty()) {
                        next.put(partition, rest.getFirst().offset());
                    }
                });
        return new Found(chosen, ended(ranges, next, outOfBytes), next);
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        read.computeIfAbsent(record.partition(), p -> new ArrayDeque<>()).add(record);
        records++;
        bytes += RecordSize.of(record);
    }

    private boolean isFull() {
        return records >= limits.maxRecords() || bytes >= limits.maxBytes();
    }

    /// True where the bytes, not the records, were the limit.
    private boolean choose(List<ConsumerRecord<byte[], byte[]>> chosen) {
        long taken = 0;
        while (chosen.size() < limits.maxRecords()) {
            var oldest = oldest();
            if (oldest.isEmpty()) {
                return false;
            }
            var record = oldest.get().getFirst();
            taken += RecordSize.of(record);
            if (taken > limits.maxBytes() && !chosen.isEmpty()) {
                return true;
            }
            chosen.add(oldest.get().removeFirst());
        }
        return false;
    }

    private Optional<Deque<ConsumerRecord<byte[], byte[]>>> oldest() {
        return read.values().stream()
                .filter(run -> !run.isEmpty())
                .min(Comparator.comparingLong(run -> run.getFirst().timestamp()));
    }

    private Ended ended(
            Map<TopicPartition, Range> ranges, Map<Integer, Long> next, boolean outOfBytes) {
        var complete =
                ranges.entrySet().stream()
                        .allMatch(
                                e ->
                                        next.getOrDefault(e.getKey().partition(), 0L)
                                                >= e.getValue().to());
        if (complete) {
            return Ended.END_REACHED;
        }
        if (outOfBytes || (bytes >= limits.maxBytes() && records < limits.maxRecords())) {
            return Ended.MAX_BYTES;
        }
        return records >= limits.maxRecords() ? Ended.MAX_RECORDS : Ended.TIMEOUT;
    }
}
