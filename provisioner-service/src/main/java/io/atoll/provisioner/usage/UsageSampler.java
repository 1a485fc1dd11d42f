package io.atoll.provisioner.usage;

import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.desired.DesiredStore;
import io.atoll.provisioner.desired.Wish;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.UsageSource;
import io.atoll.provisioner.usage.UsageCalculator.Sample;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Measures every cluster in turn, on one virtual thread. */
@ApplicationScoped
class UsageSampler {

    private static final Logger LOG = Logger.getLogger(UsageSampler.class);

    /** For one answer of the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final DesiredStore desired;
    private final Plugins plugins;
    private final UsageConfig config;
    private final UsageMetrics metrics;
    private final Clock clock;
    private final Map<String, Sample> samples = new HashMap<>();
    private final Map<String, UsageView> usages = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private int round;

    UsageSampler(
            Pool pool,
            DesiredStore desired,
            Plugins plugins,
            UsageConfig config,
            UsageMetrics metrics,
            Clock clock) {
        this.pool = pool;
        this.desired = desired;
        this.plugins = plugins;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Absent for a cluster that was not measured yet. */
    Optional<UsageView> of(String cluster) {
        return Optional.ofNullable(usages.get(cluster));
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("usage").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void work() {
        try {
            while (!stop.await(config.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                sampleAll();
            }
        } catch (InterruptedException stopping) {
            stop.countDown();
        }
    }

    private void sampleAll() {
        try {
            var known = known();
            var ids = known.stream().map(ClusterDesired::id).collect(Collectors.toSet());
            samples.keySet().retainAll(ids);
            usages.keySet().retainAll(ids);
            var withDisk = round++ % config.diskEvery() == 0;
            known.forEach(cluster -> trySample(cluster, withDisk));
            metrics.show(List.copyOf(usages.values()));
        } catch (Throwable failure) {
            LOG.debugf("Usage was not measured: %s", failure.getMessage());
        }
    }

    /** One that cannot be measured now costs the others nothing. */
    private void trySample(ClusterDesired cluster, boolean withDisk) {
        try {
            sample(cluster, withDisk);
        } catch (RuntimeException notNow) {
            LOG.debugf("Usage of %s was not measured: %s", cluster.id(), notNow.getMessage());
        }
    }

    private void sample(ClusterDesired cluster, boolean withDisk) {
        if (plugins.runtimeOf(cluster.spec()) instanceof UsageSource source) {
            var id = new ClusterId(cluster.id());
            var before = samples.get(cluster.id());
            var nodes = source.measure(id);
            var disk = new HashMap<String, Long>();
            for (var node : nodes) {
                var known = before == null ? null : before.disk().get(node.node());
                disk.put(
                        node.node(),
                        withDisk || known == null ? source.diskBytes(id, node.node()) : known);
            }
            var now = new Sample(clock.instant(), nodes, disk);
            samples.put(cluster.id(), now);
            usages.put(cluster.id(), UsageCalculator.usage(cluster.id(), before, now));
        }
    }

    private List<ClusterDesired> known() {
        return desired.all(pool).await().atMost(PATIENCE).stream().map(Wish::desired).toList();
    }
}
