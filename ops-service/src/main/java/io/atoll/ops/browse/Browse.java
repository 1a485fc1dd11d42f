package io.atoll.ops.browse;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// One look at the records of some partitions, with a consumer that belongs to no group. Blocks:
/// call on a virtual thread.
public final class Browse {

    private final Consumer<byte[], byte[]> consumer;
    private final Limits limits;
    private final RangeReader reader;

    public Browse(Consumer<byte[], byte[]> consumer, Limits limits) {
        this.consumer = consumer;
        this.limits = limits;
        this.reader = new RangeReader(consumer, limits);
    }

    public Found records(List<TopicPartition> partitions, Start start) {
        var ranges = StartOffsets.of(consumer, partitions, start);
        return start instanceof Start.Latest
                ? new BackwardBrowse(reader, limits).browse(ranges)
                : new ForwardBrowse(reader, limits).browse(ranges);
    }

    /// Records that were read, shown or not.
    public long scannedRecords() {
        return reader.scannedRecords();
    }

    /// Bytes of keys and values that were read, shown or not.
    public long scannedBytes() {
        return reader.scannedBytes();
    }
}
