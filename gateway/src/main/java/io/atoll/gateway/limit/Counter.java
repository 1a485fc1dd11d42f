package io.atoll.gateway.limit;

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

    Uni<Void> forget(String key);
}
