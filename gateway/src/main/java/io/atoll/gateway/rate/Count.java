package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.Limit;

/**
 * What this instance knows of one count: what it holds of a lease, what Redis said last, and what
 * it let through itself, by which it decides while Redis is away. Its {@link Bucket} locks.
 */
final class Count {
    private final Limit limit;
    private final Drip drip;
    private long leased;
    private long leaseEnds;
    private long sharedFullAt;
    private long heardAt;
    private long ownFullAt;

    Count(Limit limit) {
        this.limit = limit;
        this.drip = Drip.of(limit);
    }

    boolean takeLeased(long now) {
        if (leased == 0 || leaseEnds <= now) {
            return false;
        }
        leased--;
        ownFullAt = drip.afterTaking(1, ownFullAt, now);
        return true;
    }

    boolean takeAlone(long now) {
        if (drip.left(ownFullAt, now) == 0) {
            return false;
        }
        ownFullAt = drip.afterTaking(1, ownFullAt, now);
        return true;
    }

    void giveBack(boolean shared, long now) {
        ownFullAt = drip.afterReturning(1, ownFullAt, now);
        leased += shared ? 1 : 0;
    }

    /** Redis said a moment ago that there is nothing: not asked again for each request. */
    boolean isUsedUp(long now) {
        return now - heardAt < Lease.LIFE_MICROS && drip.left(sharedFullAt, now) == 0;
    }

    /** The lease runs out while there is more: better asked for before somebody waits. */
    boolean runsLow(long now) {
        long batch = drip.inOneSecond();
        return batch >= 8 && leased < batch / 4 && drip.left(sharedFullAt, now) > 0;
    }

    Lease.Wish wish(long needed, long now) {
        long returned = 0;
        if (leaseEnds <= now) {
            returned = leased;
            leased = 0;
        }
        return new Lease.Wish(needed, Math.max(needed, drip.inOneSecond()), returned);
    }

    void receive(Lease lease, long now) {
        leased += lease.granted();
        leaseEnds = now + Lease.LIFE_MICROS;
        look(lease, now);
    }

    void look(Lease lease, long now) {
        sharedFullAt = now + lease.untilFull();
        heardAt = now;
    }

    /** What is leased has been counted in Redis, but nobody has used it. */
    Standing shared(long now) {
        long left = drip.left(sharedFullAt, now) + leased;
        long full = drip.afterReturning(leased, sharedFullAt, now) - now;
        return Standing.of(limit, left, left > 0 ? full : drip.untilNext(sharedFullAt, now));
    }

    Standing alone(long now) {
        long left = drip.left(ownFullAt, now);
        return Standing.of(
                limit,
                left,
                left > 0 ? drip.missing(ownFullAt, now) : drip.untilNext(ownFullAt, now));
    }
}
