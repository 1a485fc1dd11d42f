package io.atoll.ops.external;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.control.Claim;
import io.atoll.kit.control.DueStore;
import io.atoll.kit.control.Outcome;
import io.atoll.kit.control.Reconciler;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Looks at one cluster and tells what changed: load, look, check the lease, tell. */
@ApplicationScoped
class ExternalReconciler implements Reconciler {

    private static final Duration LONG = Duration.ofHours(1);

    private final Look look;
    private final StatusStore store;
    private final Pool pool;
    private final ExternalConfig config;
    private final ExecutorService virtualThreads;
    private final Clock clock;

    ExternalReconciler(
            Look look,
            StatusStore store,
            Pool pool,
            ExternalConfig config,
            @VirtualThreads ExecutorService virtualThreads,
            Clock clock) {
        this.look = look;
        this.store = store;
        this.pool = pool;
        this.config = config;
        this.virtualThreads = virtualThreads;
        this.clock = clock;
    }

    @Override
    public Uni<Outcome> reconcile(Claim claim) {
        var due = new DueStore(pool, ExternalLoop.NAME);
        return seen(claim.key())
                .chain(
                        seen ->
                                seen.isPresent()
                                        ? tell(due, claim, seen.get())
                                        : forget(due, claim));
    }

    private Uni<Outcome> tell(DueStore due, Claim claim, Look.Seen seen) {
        return pool.withTransaction(
                        tx ->
                                due.requireFence(tx, claim)
                                        .chain(() -> store.told(tx, claim.key()))
                                        .chain(
                                                before -> {
                                                    var after = status(seen, before);
                                                    return before.filter(after::equals).isPresent()
                                                            ? Uni.createFrom().voidItem()
                                                            : store.save(
                                                                    tx,
                                                                    seen.desired(),
                                                                    before.orElse(null),
                                                                    after);
                                                }))
                .replaceWith(
                        new Outcome.Settled(
                                seen.test().ok() ? config.every() : config.everyWhileAway()));
    }

    private ClusterStatus status(Look.Seen seen, Optional<ClusterStatus> before) {
        return StatusCalculator.of(
                seen.desired(),
                seen.spec(),
                seen.test(),
                before.orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Uni<Outcome> forget(DueStore due, Claim claim) {
        return pool.withTransaction(
                        tx ->
                                due.requireFence(tx, claim)
                                        .chain(() -> store.forget(tx, claim.key())))
                .chain(() -> due.remove(claim))
                .replaceWith(new Outcome.Settled(LONG));
    }

    private Uni<Optional<Look.Seen>> seen(String id) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            var context = Objects.requireNonNull(Vertx.currentContext());
                            return Uni.createFrom()
                                    .item(() -> look.at(id))
                                    .runSubscriptionOn(virtualThreads)
                                    .emitOn(back -> context.runOnContext(_ -> back.run()));
                        });
    }
}
