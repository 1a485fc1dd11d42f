package io.atoll.ops.browse;

import io.atoll.kit.refusal.Invalid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Where each partition is read from and to. The ends are those of this moment: what is written
/// later is not part of the browse.
final class StartOffsets {

    private StartOffsets() {}

    static Map<TopicPartition, Range> of(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Start start) {
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        var froms = froms(consumer, begins, ends, start);
        return partitions.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                p -> new Range(froms.getOrDefault(p, 0L), end(ends, p))));
    }

    private static Map<TopicPartition, Long> froms(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            Start start) {
        return switch (start) {
            case Start.Earliest() -> begins;
            case Start.Latest() -> begins;
            case Start.At(var offset) -> at(begins, ends, offset);
            case Start.Since(var moment) -> since(consumer, ends, moment.toEpochMilli());
        };
    }

    /// An offset that retention has removed means the oldest that is left.
    private static Map<TopicPartition, Long> at(
            Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, long offset) {
        var froms = new HashMap<TopicPartition, Long>();
        begins.forEach(
                (partition, begin) -> {
                    if (offset > end(ends, partition)) {
                        throw new Invalid(
                                "?offset",
                                "is %d, but partition %d goes from %d to %d"
                                        .formatted(
                                                offset,
                                                partition.partition(),
                                                begin,
                                                end(ends, partition)));
                    }
                    froms.put(partition, Math.max(begin, offset));
                });
        return froms;
    }

    private static Map<TopicPartition, Long> since(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, long moment) {
        var wanted =
                ends.keySet().stream().collect(Collectors.toMap(Function.identity(), p -> moment));
        var froms = new HashMap<TopicPartition, Long>(ends);
        consumer.offsetsForTimes(wanted)
                .forEach(
                        (partition, found) -> {
                            if (found != null) {
                                froms.put(partition, found.offset());
                            }
                        });
        return froms;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
