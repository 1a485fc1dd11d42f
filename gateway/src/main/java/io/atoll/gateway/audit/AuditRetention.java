package io.atoll.gateway.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Takes old rows away, from the beginning only; leaves an entry that the rest is proved by. */
@ApplicationScoped
class AuditRetention {
    private static final Logger LOG = Logger.getLogger(AuditRetention.class);

    /** Of one transaction, during which no row is added. */
    static final int TOGETHER = 5_000;

    private final Pool pool;
    private final AuditStore store;
    private final AuditConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private volatile long timer = -1;

    AuditRetention(Pool pool, AuditStore store, AuditConfig config, Clock clock, Vertx vertx) {
        this.pool = pool;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.retentionCheck().toMillis(), _ -> run());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void run() {
        if (config.retention().isZero()) {
            return;
        }
        retire().subscribe()
                .with(_ -> {}, e -> LOG.warnf("Old entries of the audit cannot be removed: %s", e));
    }

    private Uni<Void> retire() {
        var before = clock.instant().minus(config.retention()).atOffset(ZoneOffset.UTC);
        return store.retire(pool, before, TOGETHER)
                .chain(n -> n < TOGETHER ? Uni.createFrom().voidItem() : retire());
    }
}
