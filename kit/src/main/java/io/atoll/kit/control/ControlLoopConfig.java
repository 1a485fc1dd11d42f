package io.atoll.kit.control;

import java.time.Duration;

/**
 * @param name of the loop, in logs and metrics
 * @param concurrency runs at the same time in this process, at least 1
 * @param lease a key whose holder is silent for so long goes to another; renewed at a third of it
 * @param poll longest time between two looks at the table, for when a wake-up is lost
 */
public record ControlLoopConfig(String name, int concurrency, Duration lease, Duration poll) {

    public ControlLoopConfig {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1");
        }
        if (!lease.isPositive() || !poll.isPositive()) {
            throw new IllegalArgumentException("lease and poll must be positive");
        }
    }

    public static ControlLoopConfig of(String name, int concurrency) {
        return new ControlLoopConfig(
                name, concurrency, Duration.ofSeconds(15), Duration.ofSeconds(1));
    }

    Duration renewal() {
        return lease.dividedBy(3);
    }
}
