package io.atoll.registry.status;

import io.atoll.contracts.status.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The metric {@code atoll_clusters{phase}}: at most ten seconds old on each replica. */
@ApplicationScoped
class ClusterCount {

    private static final Logger LOG = Logger.getLogger(ClusterCount.class);
    private static final long EVERY_MS = 10_000;

    private final Map<Phase, AtomicLong> counts = new EnumMap<>(Phase.class);
    private final Pool pool;

    ClusterCount(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        for (Phase phase : Phase.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(phase, count);
            Gauge.builder("atoll.clusters", count, AtomicLong::doubleValue)
                    .tag("phase", phase.name())
                    .description("Clusters by phase")
                    .register(meters);
        }
    }

    void atStart(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(
                0,
                EVERY_MS,
                id -> refresh().subscribe().with(done -> {}, e -> LOG.debug("not counted", e)));
    }

    Uni<Void> refresh() {
        return pool.query("select phase, count(*) from cluster group by phase")
                .execute()
                .invoke(this::keep)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void keep(Iterable<Row> rows) {
        Map<Phase, Long> found = new EnumMap<>(Phase.class);
        rows.forEach(row -> found.put(Phase.valueOf(row.getString(0)), row.getLong(1)));
        counts.forEach((phase, count) -> count.set(found.getOrDefault(phase, 0L)));
    }
}
