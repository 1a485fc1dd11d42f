package io.atoll.gateway.identity.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Counts attempts under a key and holds locks. */
interface Counter {

    /**
     * Counts one attempt, and locks the key as the policy says, unless it is locked.
     *
     * @return how long the key still is locked: zero means that this attempt may go on
     */
    Uni<Duration> attempt(String key, LockPolicy policy, Duration memory);

    /** Takes attempts back, as if they had not been made, with the lock that they set. */
    Uni<Void> giveBack(String key, long attempts);

    /**
     * Takes all attempts back.
     *
     * @return how many there were
     */
    Uni<Long> forget(String key);
}
