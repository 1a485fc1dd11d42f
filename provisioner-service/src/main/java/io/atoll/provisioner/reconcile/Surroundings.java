package io.atoll.provisioner.reconcile;

import io.atoll.provisioner.plugin.RuntimeThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time, threads and settings of a run. */
@ApplicationScoped
class Surroundings {

    private final RuntimeThreads blocking;
    private final Clock clock;
    private final ReconcileConfig config;
    private final Silences silences;

    Surroundings(RuntimeThreads blocking, Clock clock, ReconcileConfig config, Silences silences) {
        this.silences = silences;
        this.blocking = blocking;
        this.clock = clock;
        this.config = config;
    }

    RuntimeThreads blocking() {
        return blocking;
    }

    Silences silences() {
        return silences;
    }

    Clock clock() {
        return clock;
    }

    /** As exact as messages are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Duration resync() {
        return config.resync();
    }
}
