package io.atoll.kit.control;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims due keys and has them reconciled, until it is stopped. One virtual thread claims, renews
 * and waits; each run has another.
 *
 * <pre>
 *   due ──claim──▶ leased ──run, finish──▶ resting ──time or wake──▶ due
 *                    └── holder silent for the lease ──▶ due
 * </pre>
 */
public class ControlLoop {

    private static final Logger LOG = Logger.getLogger(ControlLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Backoff OUTAGE =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));

    private final ControlLoopConfig config;
    private final Clock clock;
    private final Leases leases;
    private final PgChannel channel;
    private final Run run;
    private final Signal signal = new Signal();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private Instant renewed = Instant.EPOCH;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public ControlLoop(
            DueStore store,
            Reconciler reconciler,
            ControlLoopConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.clock = clock;
        this.leases = store.leases(config.name() + "-" + UUID.randomUUID());
        this.channel = store.channel(signal);
        this.run = new Run(leases, reconciler, new LoopMetrics(metrics, store.loop()), clock);
    }

    public synchronized void start() {
        thread = Thread.ofVirtual().name("loop-" + config.name()).start(this::work);
    }

    /**
     * Claims no more, waits a few seconds for the runs under way, then gives their leases back, so
     * that others go on at once. Blocks: not for an event loop.
     */
    public synchronized void stop() {
        stopping = true;
        signal.raise();
        try {
            if (thread != null) {
                thread.join(PATIENCE.multipliedBy(3));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        int failures = 0;
        while (!stopping) {
            try {
                channel.ensureOpen();
                renewIfTime();
                claimAll();
                failures = 0;
                await(shorter(config.poll(), config.renewal()));
            } catch (RuntimeException e) {
                failures++;
                report(e, failures);
                await(OUTAGE.after(failures, ThreadLocalRandom.current()));
            }
        }
        leave();
    }

    private void renewIfTime() {
        var now = clock.instant();
        if (!running.isEmpty() && !now.isBefore(renewed.plus(config.renewal()))) {
            leases.renew(config.lease(), running).await().atMost(PATIENCE);
            renewed = now;
        }
    }

    private void claimAll() {
        int free = config.concurrency() - running.size();
        while (free > 0 && !stopping) {
            var claims = leases.claim(config.lease(), free, running).await().atMost(PATIENCE);
            claims.forEach(this::launch);
            free = claims.size() < free ? 0 : config.concurrency() - running.size();
        }
    }

    private void launch(Claim claim) {
        running.add(claim.key());
        Thread.ofVirtual().name(config.name() + "-" + claim.key()).start(() -> run(claim));
    }

    private void run(Claim claim) {
        try {
            var rest = run.of(claim).time();
            if (rest != null && rest.compareTo(config.poll()) < 0) {
                CompletableFuture.delayedExecutor(rest.toMillis() + 1, TimeUnit.MILLISECONDS)
                        .execute(signal::raise);
            }
        } catch (RuntimeException e) {
            LOG.warnf("%s cannot be laid down: %s", claim.key(), e);
        } finally {
            running.remove(claim.key());
            signal.raise();
        }
    }

    private void leave() {
        try {
            var deadline = clock.instant().plus(PATIENCE);
            while (!running.isEmpty() && clock.instant().isBefore(deadline)) {
                await(Duration.ofMillis(100));
            }
            leases.giveBack().await().atMost(PATIENCE);
            channel.close();
        } catch (RuntimeException e) {
            LOG.warnf("Loop %s leaves its leases to run out: %s", config.name(), e);
        }
    }

    /** An interrupt is taken as the wish to stop. */
    private void await(Duration longest) {
        try {
            signal.await(longest);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    private void report(RuntimeException e, int failures) {
        if (failures == 1) {
            LOG.warnf("Loop %s cannot reach its table: %s", config.name(), e);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
