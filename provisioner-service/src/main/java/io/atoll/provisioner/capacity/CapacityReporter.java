package io.atoll.provisioner.capacity;

import io.atoll.contracts.Topics;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.provisioner.plugin.RuntimeConfig;
import io.atoll.provisioner.plugin.RuntimeQueries;
import io.atoll.provisioner.port.PoolQueries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at the machine every few seconds, on one virtual thread, and tells what has changed. */
@ApplicationScoped
class CapacityReporter {

    private static final Logger LOG = Logger.getLogger(CapacityReporter.class);

    /** For one answer of the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RuntimeQueries runtimes;
    private final PoolQueries ports;
    private final RuntimeConfig config;
    private final Pool pool;
    private final StoredJson json;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable RuntimesObserved told;

    CapacityReporter(
            RuntimeQueries runtimes,
            PoolQueries ports,
            RuntimeConfig config,
            Pool pool,
            StoredJson json,
            Clock clock) {
        this.runtimes = runtimes;
        this.ports = ports;
        this.config = config;
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("capacity").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void work() {
        try {
            do {
                report();
            } while (!stop.await(config.look().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            stop.countDown();
        }
    }

    private void report() {
        try {
            var now = look();
            if (ReportPolicy.isNews(told, now, config.tell())) {
                tell(now);
                told = now;
            }
        } catch (Throwable failure) {
            LOG.warnf("What the machine has was not told: %s", failure.getMessage());
        }
    }

    private RuntimesObserved look() {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var views = runtimes.look();
        var counted = ports.pool().await().atMost(PATIENCE);
        return new RuntimesObserved(at, views, counted.total(), counted.free());
    }

    private void tell(RuntimesObserved report) {
        var message = new OutboxMessage(Topics.RUNTIMES, Topics.RUNTIMES_KEY, json.write(report));
        SqlOutbox.append(pool, message).await().atMost(PATIENCE);
    }
}
