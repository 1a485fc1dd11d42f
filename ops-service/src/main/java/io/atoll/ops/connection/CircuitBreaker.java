package io.atoll.ops.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Stops asking a cluster that does not answer.
///
/// ```
/// CLOSED --failures in a row reach the threshold--> OPEN --wait is over--> PROBING (one caller)
///    ^                                               ^                       |
///    +---------------- it answered ------------------|-----------------------+
///                                                    +-- it did not: wait doubles
/// ```
final class CircuitBreaker {

    enum State {
        CLOSED,
        OPEN,
        PROBING
    }

    private final int threshold;
    private final Duration firstWait;
    private final Duration longestWait;
    private final InstantSource clock;

    private State state = State.CLOSED;
    private int failures;
    private Duration wait;
    private Instant openUntil = Instant.EPOCH;

    CircuitBreaker(int threshold, Duration firstWait, Duration longestWait, InstantSource clock) {
        this.threshold = threshold;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.clock = clock;
        this.wait = firstWait;
    }

    /// Empty: go on, and report with `succeeded` or `failed`. Else how long to leave it alone.
    synchronized Optional<Duration> refusal() {
        var left = Duration.between(clock.instant(), openUntil);
        return switch (state) {
            case CLOSED -> Optional.empty();
            // A probe that never reports is followed by another.
            case OPEN, PROBING -> {
                if (left.isPositive()) {
                    yield Optional.of(left);
                }
                state = State.PROBING;
                openUntil = clock.instant().plus(longestWait);
                yield Optional.empty();
            }
        };
    }

    synchronized void succeeded() {
        state = State.CLOSED;
        failures = 0;
        wait = firstWait;
    }

    /// True where this failure opened the circuit.
    synchronized boolean failed() {
        failures++;
        if (state == State.CLOSED && failures < threshold) {
            return false;
        }
        if (state == State.PROBING) {
            var doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
        }
        state = State.OPEN;
        openUntil = clock.instant().plus(wait);
        return true;
    }

    synchronized State state() {
        return state;
    }
}
