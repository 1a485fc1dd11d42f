package io.atoll.kit.control;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** What one loop in one process holds in the table of due keys. */
final class Leases {

    private static final String CLAIM =
            """
            update due set lease_owner = $2, lease_until = now() + $3 * interval '1 millisecond',
                           fence = due.fence + 1
            from (select key from due
                  where loop_name = $1 and due_at <= now()
                    and (lease_until is null or lease_until < now())
                    and key <> all ($4)
                  order by due_at limit $5
                  for update skip locked) as free
            where due.loop_name = $1 and due.key = free.key
            returning due.key, due.fence, due.attempts, due.wake_no
            """;

    private static final String RENEW =
            """
            update due set lease_until = now() + $3 * interval '1 millisecond'
            where loop_name = $1 and lease_owner = $2 and key = any ($4)
            """;

    /** A wake since the claim makes the key due now, whatever the run has found. */
    private static final String FINISH =
            """
            update due set lease_owner = null, lease_until = null, attempts = $4,
                due_at = case when wake_no = $5
                              then coalesce(now() + $6 * interval '1 millisecond', 'infinity')
                              else now() end
            where loop_name = $1 and key = $2 and fence = $3
            """;

    private static final String GIVE_BACK =
            """
            update due set lease_owner = null, lease_until = null, fence = fence + 1,
                           due_at = least(due_at, now())
            where loop_name = $1 and lease_owner = $2
            """;

    private final Pool pool;
    private final String loop;
    private final String owner;

    Leases(Pool pool, String loop, String owner) {
        this.pool = pool;
        this.loop = loop;
        this.owner = owner;
    }

    /**
     * @param busy keys that this process still works on, lease or not
     */
    Uni<List<Claim>> claim(Duration lease, int most, Collection<String> busy) {
        var keys = busy.toArray(String[]::new);
        return execute(CLAIM, Tuple.of(loop, owner, millis(lease), keys, most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Leases::claim)
                                        .toList());
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getString("key"),
                row.getLong("fence"),
                row.getInteger("attempts"),
                row.getLong("wake_no"));
    }

    /**
     * @param busy no other key is renewed, so one whose claim got lost on the way back runs out
     */
    Uni<Void> renew(Duration lease, Collection<String> busy) {
        var keys = busy.toArray(String[]::new);
        return execute(RENEW, Tuple.of(loop, owner, millis(lease), keys)).replaceWithVoid();
    }

    /** False if the key is no longer ours to finish. */
    Uni<Boolean> finish(Claim claim, Rest rest) {
        var after = rest.time() == null ? null : millis(rest.time());
        return execute(
                        FINISH,
                        Tuple.tuple()
                                .addString(loop)
                                .addString(claim.key())
                                .addLong(claim.fence())
                                .addInteger(rest.attempts())
                                .addLong(claim.wake())
                                .addDouble(after))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Lets others have all that we hold, at once; runs under way lose their fence. */
    Uni<Void> giveBack() {
        return execute(GIVE_BACK, Tuple.of(loop, owner)).replaceWithVoid();
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    private static double millis(Duration duration) {
        return duration.toMillis();
    }
}
