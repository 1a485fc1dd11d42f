package io.atoll.kit.control;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a key rests after a run.
 *
 * @param attempts failures in a row so far
 * @param time null: until it is woken
 */
record Rest(int attempts, @Nullable Duration time) {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    static Rest after(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Settled settled -> new Rest(0, settled.resync());
            case Outcome.Again again -> new Rest(0, again.after());
            case Outcome.Halted _ -> new Rest(0, null);
        };
    }

    static Rest afterFailure(Claim claim, RandomGenerator random) {
        int failures = claim.attempts() + 1;
        return new Rest(failures, BACKOFF.after(failures, random));
    }
}
