package io.atoll.kit.control;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential waiting with jitter: doubles from {@code first} to {@code longest}, of which the
 * upper half is random, so that those who failed together do not come back together.
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * @param failures in a row, at least 1
     */
    public Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        long whole = Math.min(first.toMillis() << doublings, longest.toMillis());
        long half = whole / 2;
        return Duration.ofMillis(half + random.nextLong(whole - half + 1));
    }
}
