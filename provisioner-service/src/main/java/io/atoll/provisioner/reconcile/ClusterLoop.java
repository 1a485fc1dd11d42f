package io.atoll.provisioner.reconcile;

import io.atoll.kit.control.ControlLoop;
import io.atoll.kit.control.ControlLoopConfig;
import io.atoll.kit.control.DueStore;
import io.atoll.provisioner.desired.DesiredConsumer;
import io.atoll.provisioner.desired.DesiredStore;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Watchable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts and stops the control loop of clusters. With a database that never held a wish it waits
 * until all wishes are there: the way to the last one is no order to act upon.
 */
@ApplicationScoped
class ClusterLoop {

    private static final Logger LOG = Logger.getLogger(ClusterLoop.class);

    /** For one answer of the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final DueStore due;
    private final Pool pool;
    private final DesiredStore desired;
    private final DesiredConsumer wishes;
    private final Plugins plugins;
    private final ControlLoop loop;
    private final CountDownLatch stop = new CountDownLatch(1);

    ClusterLoop(
            DueStore due,
            Pool pool,
            DesiredStore desired,
            DesiredConsumer wishes,
            Plugins plugins,
            LoopParts parts) {
        this.due = due;
        this.pool = pool;
        this.desired = desired;
        this.wishes = wishes;
        this.plugins = plugins;
        this.loop = parts.loop(due);
    }

    /** What the loop is made of. */
    @ApplicationScoped
    static class LoopParts {

        private final ClusterReconciler reconciler;
        private final ReconcileConfig config;
        private final MeterRegistry metrics;
        private final Clock clock;

        LoopParts(
                ClusterReconciler reconciler,
                ReconcileConfig config,
                MeterRegistry metrics,
                Clock clock) {
            this.reconciler = reconciler;
            this.config = config;
            this.metrics = metrics;
            this.clock = clock;
        }

        ControlLoop loop(DueStore due) {
            var settings =
                    new ControlLoopConfig("clusters", config.concurrency(), config.lease(), POLL);
            return new ControlLoop(due, reconciler, settings, metrics, clock);
        }
    }

    void start(@Observes StartupEvent event) {
        for (var runtime : plugins.runtimes()) {
            if (runtime instanceof Watchable watchable) {
                watchable.onNodeEnd(this::wake);
            }
        }
        Thread.ofVirtual().name("loop-start").start(this::startWhenReady);
    }

    /** A hint alone: the resync finds what is missed here. */
    private void wake(ClusterId id) {
        due.wake(id.value())
                .subscribe()
                .with(
                        _ -> LOG.debugf("%s is due: a node ended", id),
                        failure -> LOG.debugf("%s was not woken: %s", id, failure.getMessage()));
    }

    private void startWhenReady() {
        try {
            while (!wishes.hasCaughtUp() && !isKnown()) {
                if (stop.await(50, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            due.wakeAll().await().atMost(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            return;
        } catch (RuntimeException notNow) {
            LOG.warnf("Clusters were not woken: %s", notNow.getMessage());
        }
        loop.start();
    }

    private boolean isKnown() {
        try {
            return desired.hasPosition(pool).await().atMost(PATIENCE);
        } catch (Throwable notNow) {
            LOG.debugf("The database does not answer: %s", notNow.getMessage());
            return false;
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        loop.stop();
    }
}
