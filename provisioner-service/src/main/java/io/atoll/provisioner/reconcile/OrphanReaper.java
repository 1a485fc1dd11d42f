package io.atoll.provisioner.reconcile;

import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.desired.DesiredConsumer;
import io.atoll.provisioner.desired.DesiredStore;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.Inventory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stops and sets aside what carries our mark and belongs to no known cluster for longer than the
 * grace time. Never before all wishes are known, never what carries no mark.
 */
@ApplicationScoped
class OrphanReaper {

    private static final Logger LOG = Logger.getLogger(OrphanReaper.class);

    /** For one answer of the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DesiredConsumer wishes;
    private final Pool pool;
    private final DesiredStore desired;
    private final Plugins plugins;
    private final ReconcileConfig config;
    private final Clock clock;
    private final Map<RuntimeName, Map<ClusterId, Instant>> unknownSince =
            new EnumMap<>(RuntimeName.class);
    private final CountDownLatch stop = new CountDownLatch(1);

    OrphanReaper(
            DesiredConsumer wishes,
            Pool pool,
            DesiredStore desired,
            Plugins plugins,
            ReconcileConfig config,
            Clock clock) {
        this.wishes = wishes;
        this.pool = pool;
        this.desired = desired;
        this.plugins = plugins;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("orphans").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void work() {
        try {
            while (!stop.await(config.orphanCheck().toMillis(), TimeUnit.MILLISECONDS)) {
                if (wishes.hasCaughtUp()) {
                    reap();
                }
            }
        } catch (InterruptedException stopping) {
            stop.countDown();
        }
    }

    private void reap() {
        for (var runtime : plugins.runtimes()) {
            try {
                if (runtime instanceof Inventory inventory) {
                    reap(runtime, inventory);
                }
            } catch (ClusterRuntime.Away away) {
                LOG.debugf("Orphans of %s: %s", runtime.name(), away.sentence());
            } catch (Throwable failure) {
                LOG.warnf(failure, "Orphans of %s were not looked at", runtime.name());
            }
        }
    }

    /** Wishes are read after things: a cluster is wished for before anything of it is made. */
    private void reap(ClusterRuntime runtime, Inventory inventory) {
        var found = inventory.clusters();
        var known = known();
        var since = unknownSince.computeIfAbsent(runtime.name(), _ -> new HashMap<>());
        since.keySet().retainAll(found);
        for (var id : found) {
            if (known.contains(id.value())) {
                since.remove(id);
            } else if (isOverdue(since.computeIfAbsent(id, _ -> clock.instant()))) {
                LOG.warnf("%s belongs to nobody: it is stopped and set aside", id);
                var _ = runtime.converge(new Absent(id, Leftovers.ORPHANED), runtime.observe(id));
            }
        }
        inventory.tidy(config.orphanKeep());
    }

    private boolean isOverdue(Instant since) {
        return clock.instant().isAfter(since.plus(config.orphanGrace()));
    }

    private Set<String> known() {
        return desired.all(pool).await().atMost(PATIENCE).stream()
                .map(wish -> wish.desired().id())
                .collect(Collectors.toSet());
    }
}
