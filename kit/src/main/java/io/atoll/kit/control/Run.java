package io.atoll.kit.control;

import io.quarkus.vertx.VertxContextSupport;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One run of a claimed key, from the claim to the rest. Blocks its virtual thread. */
final class Run {

    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Leases leases;
    private final Reconciler reconciler;
    private final LoopMetrics metrics;
    private final Clock clock;

    Run(Leases leases, Reconciler reconciler, LoopMetrics metrics, Clock clock) {
        this.leases = leases;
        this.reconciler = reconciler;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Ending(String name, Rest rest) {}

    /**
     * Runs the key and lays it down. What cannot be laid down is claimed again when its lease ends.
     */
    Rest of(Claim claim) {
        var start = clock.instant();
        var ending = reconcile(claim);
        metrics.ran(ending.name, Duration.between(start, clock.instant()));
        layDown(claim, ending.rest);
        return ending.rest;
    }

    private void layDown(Claim claim, Rest rest) {
        boolean ours =
                leases.finish(claim, rest)
                        .onFailure()
                        .retry()
                        .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1))
                        .expireIn(PATIENCE.toMillis())
                        .await()
                        .atMost(PATIENCE.multipliedBy(2));
        if (!ours) {
            LOG.debugf("%s was claimed anew, or removed, while it ran", claim.key());
        }
    }

    private Ending reconcile(Claim claim) {
        try {
            var outcome = VertxContextSupport.subscribeAndAwait(() -> reconciler.reconcile(claim));
            return new Ending(name(outcome), Rest.after(outcome));
        } catch (FenceLost e) {
            LOG.debug(e.getMessage());
            return new Ending("lost", Rest.afterFailure(claim, ThreadLocalRandom.current()));
        } catch (Throwable e) {
            var rest = Rest.afterFailure(claim, ThreadLocalRandom.current());
            report(claim, rest, e);
            return new Ending("failed", rest);
        }
    }

    /** The first of failures in a row with all its frames, those after it in one line. */
    private static void report(Claim claim, Rest rest, Throwable e) {
        if (rest.attempts() == 1) {
            LOG.warnf(e, "%s failed", claim.key());
        } else {
            LOG.warnf("%s failed %d times in a row: %s", claim.key(), rest.attempts(), e);
        }
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Settled _ -> "settled";
            case Outcome.Again _ -> "again";
            case Outcome.Halted halted -> {
                LOG.warnf("Halted: %s", halted.reason());
                yield "halted";
            }
        };
    }
}
