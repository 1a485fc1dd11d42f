package io.atoll.contracts.topic;

import java.time.Instant;
import java.util.List;

/** Where the records of a {@link ProduceRequest} are, in its order. */
public record ProduceView(String topic, List<Offset> offsets) {

    /** Place of one record. */
    public record Offset(int partition, long offset, Instant timestamp) {}
}
