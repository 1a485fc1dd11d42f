package io.atoll.launcher.child;

import java.time.Duration;

/// How long to wait before a child is started again: 0.5 s, doubled each time up to 30 s, from the
/// beginning once it was ready for a minute.
record Backoff(int failures) {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    static Backoff none() {
        return new Backoff(0);
    }

    Backoff after(Duration run) {
        return run.compareTo(GOOD_RUN) >= 0 ? new Backoff(1) : new Backoff(failures + 1);
    }

    Duration delay() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
