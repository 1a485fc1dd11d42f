package io.atoll.ops.browse;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Bounds of one browse.
///
/// @param deadline after `System.nanoTime()`
/// @param abandoned true once nobody waits for the answer any more
public record Limits(int maxRecords, long maxBytes, long deadline, BooleanSupplier abandoned) {

    /// The longest wait for records before the limits are looked at again.
    private static final Duration SLICE = Duration.ofMillis(100);

    boolean isOver() {
        return System.nanoTime() >= deadline || abandoned.getAsBoolean();
    }

    Duration slice() {
        var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return left.compareTo(SLICE) < 0 ? left : SLICE;
    }
}
