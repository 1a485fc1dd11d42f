package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.Limit;

/**
 * The arithmetic of a limit (GCRA). The whole state of a count is one instant: when all of the
 * quota will be back. Each request moves it on by window / quota. Pure; times are microseconds of
 * the clock.
 */
record Drip(long quota, long window) {
    private static final long MICROS = 1_000_000;

    static Drip of(Limit limit) {
        return new Drip(limit.quota(), limit.window().toSeconds() * MICROS);
    }

    /** What may be let through at once now. */
    long left(long fullAt, long now) {
        return (window - missing(fullAt, now)) * quota / window;
    }

    /** When all will be back after so many more were let through. */
    long afterTaking(long n, long fullAt, long now) {
        return now + missing(fullAt, now) + n * window / quota;
    }

    long afterReturning(long n, long fullAt, long now) {
        return now + Math.max(0, missing(fullAt, now) - n * window / quota);
    }

    /** How long until one may be let through. */
    long untilNext(long fullAt, long now) {
        return Math.max(0, missing(fullAt, now) + oneTakes() - window);
    }

    /**
     * How long until all is back: never more than the window, whatever the clock or a limit did.
     */
    long missing(long fullAt, long now) {
        return Math.clamp(fullAt - now, 0, window);
    }

    /** What comes back in a second, at least one. */
    long inOneSecond() {
        return Math.clamp(quota * MICROS / window, 1, quota);
    }

    private long oneTakes() {
        return (window + quota - 1) / quota;
    }
}
