package io.atoll.provisioner.reconcile;

import io.atoll.provisioner.plugin.RuntimeThreads;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time, threads, the database and settings of a run. */
@ApplicationScoped
class Surroundings {

    private final Pool pool;
    private final RuntimeThreads blocking;
    private final Clock clock;
    private final ReconcileConfig config;
    private final Silences silences;

    Surroundings(
            Pool pool,
            RuntimeThreads blocking,
            Clock clock,
            ReconcileConfig config,
            Silences silences) {
        this.pool = pool;
        this.silences = silences;
        this.blocking = blocking;
        this.clock = clock;
        this.config = config;
    }

    Pool pool() {
        return pool;
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
