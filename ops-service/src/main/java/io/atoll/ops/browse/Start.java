package io.atoll.ops.browse;

import java.time.Instant;

/// Where a browse begins.
public sealed interface Start {

    record Earliest() implements Start {}

    /// The newest records, read backwards from the end.
    record Latest() implements Start {}

    /// @param offset from this one on, in one partition
    record At(long offset) implements Start {}

    /// The first record at this time or later, in each partition.
    record Since(Instant moment) implements Start {}
}
