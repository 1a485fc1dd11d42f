package io.atoll.kit.outbox;

import io.atoll.kit.control.PgChannel;
import io.atoll.kit.control.Signal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The table as one relay sees it, through one connection that it holds. The right to relay is a
 * lock of that connection: it ends with it, so nothing is read or deleted without the right.
 */
final class OutboxTable implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LOCK = "hashtextextended('outbox_' || current_schema(), 0)";

    private final PgChannel channel;
    private final SqlConnection connection;
    private boolean leading;

    private OutboxTable(PgChannel channel) {
        this.channel = channel;
        this.connection = channel.ensureOpen();
    }

    /**
     * @param signal raised when there are new messages, and when the connection is lost
     */
    static OutboxTable open(Pool pool, Signal signal) {
        var schema =
                pool.query("select current_schema()")
                        .execute()
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getString(0);
        return new OutboxTable(new PgChannel(pool, "outbox_" + schema, signal));
    }

    /** True if this relay is, or just became, the one that publishes. */
    boolean lead() {
        if (!leading) {
            leading =
                    execute("select pg_try_advisory_lock(" + LOCK + ")", Tuple.tuple())
                            .iterator()
                            .next()
                            .getBoolean(0);
        }
        return leading;
    }

    List<OutboxRow> oldest(int most) {
        var rows =
                execute(
                        """
                        select id, topic, msg_key, payload, trace from outbox
                        order by id limit $1
                        """,
                        Tuple.of(most));
        return StreamSupport.stream(rows.spliterator(), false).map(OutboxRow::of).toList();
    }

    void delete(List<Long> ids) {
        execute("delete from outbox where id = any ($1)", Tuple.of(ids.toArray(Long[]::new)));
    }

    Backlog backlog() {
        var row =
                execute(
                                """
                                select count(*) as depth,
                                       coalesce(extract(epoch from now() - min(created_at)), 0)
                                           as age
                                from outbox
                                """,
                                Tuple.tuple())
                        .iterator()
                        .next();
        return new Backlog(row.getLong("depth"), row.getDouble("age"));
    }

    private RowSet<Row> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    /** Gives up the right with the connection, at the latest once that answers again. */
    @Override
    public void close() {
        channel.close();
    }
}
