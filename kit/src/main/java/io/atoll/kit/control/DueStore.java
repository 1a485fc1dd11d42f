package io.atoll.kit.control;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The due keys of one loop. A wake marks a key due now, making it known if it is not, and reaches
 * the loops of all replicas in milliseconds (a trigger of the table notifies).
 */
public class DueStore {

    private static final String WAKE =
            """
            insert into due (loop_name, key, due_at, wake_no, attempts, fence)
            values ($1, $2, now(), 1, 0, 0)
            on conflict (loop_name, key) do update
            set wake_no = due.wake_no + 1, due_at = least(due.due_at, now())
            """;

    private static final String HOLD =
            "select fence from due where loop_name = $1 and key = $2 for update";

    private static final String REMOVE =
            """
            delete from due
            where loop_name = $1 and key = $2 and fence = $3 and wake_no = $4
            """;

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
        return wake(pool, key);
    }

    /** In the transaction that is open on the connection: happens if and when that commits. */
    public Uni<Void> wakeInTransaction(SqlConnection tx, String key) {
        return wake(tx, key);
    }

    private Uni<Void> wake(SqlClient client, String key) {
        return client.preparedQuery(WAKE).execute(Tuple.of(loop, key)).replaceWithVoid();
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

    /**
     * Forgets the key, for the run that found it to be of no more use. Whoever was claimed or woken
     * since stays: what the wake was for may have come after this run looked.
     */
    public Uni<Void> remove(Claim claim) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(loop, claim.key(), claim.fence(), claim.wake()))
                .replaceWithVoid();
    }

    /**
     * True if no one has claimed the key since. No one can claim it until the transaction ends that
     * is open on the connection.
     */
    public Uni<Boolean> stillHolds(SqlConnection tx, Claim claim) {
        return tx.preparedQuery(HOLD)
                .execute(Tuple.of(loop, claim.key()))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() && rows.next().getLong("fence") == claim.fence());
    }

    /** As {@link #stillHolds}, but fails with {@link FenceLost}: first step of a run's write. */
    public Uni<Void> requireFence(SqlConnection tx, Claim claim) {
        return stillHolds(tx, claim)
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
