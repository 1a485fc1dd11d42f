package io.atoll.provisioner.port;

import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.machine.PortProbe;
import io.atoll.provisioner.machine.PortRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Gives ports to clusters and takes them back. */
@ApplicationScoped
public class PortService {

    private final Pool pool;
    private final PortStore store;
    private final PortPlanner planner;

    PortService(Pool pool, PortStore store, PortConfig config) {
        this.pool = pool;
        this.store = store;
        this.planner =
                new PortPlanner(
                        PortRange.parse(config.pool()), PortProbe.ephemeral(), PortProbe::isFree);
    }

    /** What the cluster wishes for, held from now on; the same again for the same wishes. */
    public Uni<PortPlan> allocate(String cluster, List<PortWish> wishes) {
        return store.heldBy(pool, cluster)
                .chain(
                        held ->
                                isHeld(held, wishes)
                                        ? Uni.createFrom().item(new PortPlan.Planned(held))
                                        : choose(cluster, wishes));
    }

    private static boolean isHeld(Map<String, Integer> held, List<PortWish> wishes) {
        return held.size() == wishes.size()
                && wishes.stream()
                        .allMatch(
                                wish ->
                                        wish.port() == null
                                                ? held.containsKey(wish.use())
                                                : wish.port().equals(held.get(wish.use())));
    }

    private Uni<PortPlan> choose(String cluster, List<PortWish> wishes) {
        return pool.withTransaction(
                tx ->
                        store.lock(tx)
                                .chain(() -> store.ledger(tx))
                                .map(ledger -> planner.plan(cluster, wishes, ledger))
                                .call(plan -> keep(tx, cluster, plan)));
    }

    private Uni<Void> keep(SqlConnection tx, String cluster, PortPlan plan) {
        return switch (plan) {
            case PortPlan.Planned(var ports) -> store.hold(tx, cluster, ports);
            case PortPlan.Refused _ -> Uni.createFrom().voidItem();
        };
    }

    /** In the transaction that is open on the connection. */
    public Uni<Void> release(SqlConnection tx, String cluster) {
        return store.release(tx, cluster);
    }
}
