package io.atoll.gateway.rate.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits that hold where no admin changed them, as requests / window. Each is the burst, too: the
 * whole quota may be used at once and comes back evenly in the course of the window.
 */
@ConfigMapping(prefix = "atoll.rate")
public interface RateConfig {

    /** Requests of a user or key to the API that change nothing. */
    @WithDefault("6000/60s")
    Pace read();

    /** Requests of a user or key to the API that may change something. */
    @WithDefault("1200/60s")
    Pace write();

    /** Producing and reading records, by a user or key. */
    @WithDefault("3000/60s")
    Pace message();

    /** Streams that a user or key opens. */
    @WithDefault("300/60s")
    Pace stream();

    /** Requests of a user or key about limits. */
    @WithDefault("300/60s")
    Pace control();

    /** Pages of a user's browser. */
    @WithDefault("6000/60s")
    Pace page();

    /** Sign-ins and exchanges of refresh tokens from one address. */
    @WithDefault("120/60s")
    Pace signIn();

    /** Everything else from one address that shows no credential that holds. */
    @WithDefault("1200/60s")
    Pace address();

    /** Requests of a user or key that run at the same time, on each instance. */
    @WithDefault("64")
    int concurrent();

    /**
     * Bytes of bodies of more than 64 KiB that all requests together may hold on each instance, a
     * caller half of them; a sixteenth of the heap where nothing is said.
     */
    Optional<MemorySize> heldBodies();

    /** How long Redis may take before this instance counts on its own. */
    @WithDefault("250ms")
    Duration redisTimeout();

    /** How often changes of limits by other instances are asked for. */
    @WithDefault("1s")
    Duration changePoll();
}
