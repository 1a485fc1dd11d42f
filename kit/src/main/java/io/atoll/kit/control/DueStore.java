package io.atoll.kit.control;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * The due keys of one loop. A wake marks a key due now, making it known if it is not, and reaches
 * the loops of all replicas in milliseconds (a trigger of the table notifies).
 */
public class DueStore {

    /** For a native query inside the transaction that gives reason for the wake. */
    public static final String WAKE_SQL =
            """
            insert into due (loop_name, key, due_at, wake_no, attempts, fence)
            values (:loop, :key, now(), 1, 0, 0)
            on conflict (loop_name, key) do update
            set wake_no = due.wake_no + 1, due_at = least(due.due_at, now())
            """;

    private static final String HOLD_SQL =
            "select fence from due where loop_name = :loop and key = :key for update";

    private final Pool pool;
    private final String loop;

    /**
     * @param loop names the loop in the table: lower-case letters, digits, '-' and '_'
     */
    public DueStore(Pool pool, String loop) {
        if (!loop.matches("[a-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("Not a name of a loop: " + loop);
        }
        this.pool = pool;
        this.loop = loop;
    }

    public String loop() {
        return loop;
    }

    /** In a transaction of its own. */
    public Uni<Void> wake(String key) {
        var sql = WAKE_SQL.replace(":loop", "$1").replace(":key", "$2");
        return pool.preparedQuery(sql).execute(Tuple.of(loop, key)).replaceWithVoid();
    }

    /** In the current transaction of Panache: the wake happens if and when that commits. */
    public Uni<Void> wakeInTransaction(String key) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(WAKE_SQL)
                                        .setParameter("loop", loop)
                                        .setParameter("key", key)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Wakes every known key. */
    public Uni<Void> wakeAll() {
        return pool.preparedQuery(
                        """
                        update due set wake_no = wake_no + 1, due_at = least(due_at, now())
                        where loop_name = $1
                        """)
                .execute(Tuple.of(loop))
                .replaceWithVoid();
    }

    /** Forgets the key. A run of it that is under way loses its fence. */
    public Uni<Void> remove(String key) {
        return pool.preparedQuery("delete from due where loop_name = $1 and key = $2")
                .execute(Tuple.of(loop, key))
                .replaceWithVoid();
    }

    /**
     * True if no one has claimed the key since. In the current transaction of Panache; no one can
     * claim it until that ends.
     */
    public Uni<Boolean> stillHolds(Claim claim) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD_SQL, Long.class)
                                        .setParameter("loop", loop)
                                        .setParameter("key", claim.key())
                                        .getResultList())
                .map(fences -> fences.equals(List.of(claim.fence())));
    }

    /** As {@link #stillHolds}, but fails with {@link FenceLost}: first step of a run's write. */
    public Uni<Void> requireFence(Claim claim) {
        return stillHolds(claim)
                .invoke(
                        holds -> {
                            if (!holds) {
                                throw new FenceLost(loop, claim);
                            }
                        })
                .replaceWithVoid();
    }

    Leases leases(String owner) {
        return new Leases(pool, loop, owner);
    }

    PgChannel channel(Signal signal) {
        return new PgChannel(pool, "due_" + loop, signal);
    }
}
