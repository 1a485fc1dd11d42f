package io.atoll.gateway.rate;

/**
 * Requests that this instance may let through on its own, taken from the shared count.
 *
 * @param untilFull microseconds until the shared count has its whole quota back
 */
record Lease(long granted, long untilFull) {

    /** How long a lease is spent from; then what is left of it is returned. */
    static final long LIFE_MICROS = 1_000_000;

    /**
     * @param needed by requests that wait now
     * @param wanted with those that are likely to come
     * @param returned left of an earlier lease
     */
    record Wish(long needed, long wanted, long returned) {
        static final Wish LOOK = new Wish(0, 0, 0);
    }
}
