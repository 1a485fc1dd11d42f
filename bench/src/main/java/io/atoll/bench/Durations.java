package io.atoll.bench;

import java.util.Arrays;

/** Measured durations in nanoseconds; percentiles are exact. Safe for many threads. */
final class Durations {
    private static final double NANOS_OF_A_MILLI = 1e6;
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    synchronized int count() {
        return count;
    }

    /**
     * @param percent above 0, at most 100
     * @return milliseconds; not a number where nothing was measured
     */
    synchronized double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(0, rank - 1)] / NANOS_OF_A_MILLI;
    }
}
