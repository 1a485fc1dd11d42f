package io.atoll.provisioner.port;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows of ports. Every method works in the current session or transaction of Panache. */
@ApplicationScoped
class PortStore {

    /** Any number will do, as long as nobody else uses it. */
    private static final long LOCK = 0x41746f6c6c506f72L;

    private final Clock clock;

    PortStore(Clock clock) {
        this.clock = clock;
    }

    /** Until the transaction ends nobody else chooses. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from pg_advisory_xact_lock(?1)",
                                                Integer.class)
                                        .setParameter(1, LOCK)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<PortLedger> ledger() {
        return rows().map(rows -> PortLedger.of(rows.stream().map(PortEntity::entry).toList()));
    }

    /** By use. */
    Uni<Map<String, Integer>> heldBy(String cluster) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createQuery(
                                                "from PortEntity where clusterId = ?1",
                                                PortEntity.class)
                                        .setParameter(1, cluster)
                                        .getResultList())
                .map(rows -> rows.stream().collect(toMap(row -> row.use, row -> row.port)));
    }

    Uni<List<PortEntity>> rows() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createQuery(
                                                "from PortEntity order by port", PortEntity.class)
                                        .getResultList());
    }

    /** The cluster holds exactly these from now on. */
    Uni<Void> hold(String cluster, Map<String, Integer> ports) {
        return releaseAll(cluster, clock.instant())
                .chain(
                        () ->
                                Uni.join()
                                        .all(
                                                ports.entrySet().stream()
                                                        .map(e -> hold(cluster, e))
                                                        .toList())
                                        .usingConcurrencyOf(1)
                                        .andFailFast())
                .replaceWithVoid();
    }

    Uni<Void> release(String cluster) {
        return releaseAll(cluster, clock.instant());
    }

    private static Uni<Void> hold(String cluster, Map.Entry<String, Integer> port) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into port_allocation
                                                    (port, cluster_id, use_name)
                                                values (?1, ?2, ?3)
                                                on conflict (port) do update
                                                set cluster_id = ?2, use_name = ?3,
                                                    released_at = null
                                                """)
                                        .setParameter(1, port.getValue())
                                        .setParameter(2, cluster)
                                        .setParameter(3, port.getKey())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> releaseAll(String cluster, Instant at) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createMutationQuery(
                                                "update PortEntity set clusterId = null,"
                                                        + " releasedAt = ?2 where clusterId = ?1")
                                        .setParameter(1, cluster)
                                        .setParameter(2, at)
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
