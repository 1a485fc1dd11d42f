package io.atoll.provisioner.reconcile;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.control.Claim;
import io.atoll.kit.control.DueStore;
import io.atoll.kit.control.Outcome;
import io.atoll.kit.control.Reconciler;
import io.atoll.provisioner.desired.DesiredStore;
import io.atoll.provisioner.desired.Wish;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.port.PortService;
import io.atoll.provisioner.status.Assessment;
import io.atoll.provisioner.status.StatusCalculator;
import io.atoll.provisioner.status.StatusStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings one cluster a few steps nearer to what is wanted: load, look, check the lease, take steps,
 * tell.
 */
@ApplicationScoped
class ClusterReconciler implements Reconciler {

    private static final Duration LONG = Duration.ofHours(1);

    private final DesiredStore desired;
    private final StatusStore statuses;
    private final PortService ports;
    private final Plugins plugins;
    private final DueStore due;
    private final Surroundings around;

    ClusterReconciler(
            DesiredStore desired,
            StatusStore statuses,
            PortService ports,
            Plugins plugins,
            DueStore due,
            Surroundings around) {
        this.desired = desired;
        this.statuses = statuses;
        this.ports = ports;
        this.plugins = plugins;
        this.due = due;
        this.around = around;
    }

    private record Loaded(@Nullable Wish wish, @Nullable ClusterStatus previous, boolean gone) {}

    @Override
    public Uni<Outcome> reconcile(Claim claim) {
        return load(claim.key())
                .chain(
                        loaded -> {
                            var wish = loaded.wish();
                            if (wish == null) {
                                return forgetKey(claim);
                            }
                            return wish.isAbsence()
                                    ? remove(claim, wish, loaded)
                                    : keep(claim, wish.desired(), loaded.previous());
                        });
    }

    private Uni<Loaded> load(String id) {
        return desired.find(around.pool(), id)
                .chain(
                        wish ->
                                statuses.told(around.pool(), id)
                                        .map(told -> new Loaded(wish, told.status(), told.gone())));
    }

    private Uni<Outcome> forgetKey(Claim claim) {
        return due.remove(claim).replaceWith(new Outcome.Settled(LONG));
    }

    private Uni<Outcome> keep(
            Claim claim, ClusterDesired wanted, @Nullable ClusterStatus previous) {
        var look = look(wanted);
        var spec = wanted.spec();
        var wishes = plugins.kindOf(spec).ports(wanted, plugins.runtimeOf(spec).place());
        return ports.allocate(wanted.id(), wishes)
                .chain(plan -> around.blocking().call(() -> look.look(plan, previous)))
                .call(() -> requireFence(claim))
                .chain(seen -> around.blocking().call(() -> look.converge(seen)))
                .call(found -> tell(claim, found, previous))
                .map(found -> Outcomes.of(found, around.resync()));
    }

    private ClusterLook look(ClusterDesired wanted) {
        var spec = wanted.spec();
        return new ClusterLook(wanted, plugins.kindOf(spec), plugins.runtimeOf(spec), around);
    }

    private Uni<Void> tell(Claim claim, Assessment found, @Nullable ClusterStatus previous) {
        var next = status(found, previous);
        if (next.equals(previous)) {
            return Uni.createFrom().voidItem();
        }
        return around.pool()
                .withTransaction(
                        tx ->
                                due.requireFence(tx, claim)
                                        .chain(
                                                () ->
                                                        statuses.save(
                                                                tx, found.desired(), next, false)));
    }

    private Uni<Void> requireFence(Claim claim) {
        return around.pool().withTransaction(tx -> due.requireFence(tx, claim));
    }

    private Uni<Outcome> remove(Claim claim, Wish wish, Loaded loaded) {
        if (loaded.gone() && !wish.forgotten()) {
            return Uni.createFrom().item(new Outcome.Settled(LONG));
        }
        var look = look(wish.desired());
        return requireFence(claim)
                .chain(() -> around.blocking().call(look::remove))
                .call(found -> tellRemoval(claim, wish, found, loaded.previous()))
                .map(
                        found ->
                                found.isGone()
                                        ? new Outcome.Settled(LONG)
                                        : Outcomes.of(found, around.resync()));
    }

    private Uni<Void> tellRemoval(
            Claim claim, Wish wish, Assessment found, @Nullable ClusterStatus previous) {
        if (!found.isGone()) {
            return tell(claim, found, previous);
        }
        var id = wish.desired().id();
        return around.pool()
                .withTransaction(
                        tx ->
                                due.requireFence(tx, claim)
                                        .chain(() -> ports.release(tx, id))
                                        .chain(
                                                () ->
                                                        wish.forgotten()
                                                                ? forget(tx, id)
                                                                : gone(tx, found, previous)));
    }

    private Uni<Void> gone(SqlConnection tx, Assessment found, @Nullable ClusterStatus previous) {
        return statuses.save(tx, found.desired(), status(found, previous), true);
    }

    private Uni<Void> forget(SqlConnection tx, String id) {
        return statuses.forget(tx, id).chain(() -> desired.remove(tx, id));
    }

    private ClusterStatus status(Assessment found, @Nullable ClusterStatus previous) {
        return StatusCalculator.compute(previous, found, around.now());
    }
}
