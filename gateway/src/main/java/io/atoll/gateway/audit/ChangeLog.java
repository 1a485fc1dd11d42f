package io.atoll.gateway.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Changes that came by the topic, and how far it was read, in one transaction. Blocks: for the
 * reader's thread only.
 */
@ApplicationScoped
class ChangeLog {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final AuditStore store;

    /** One message as a row. */
    record Entry(long offset, AuditRow row) {}

    /** Nothing of what was to be written is. */
    static final class NotWritten extends RuntimeException {
        NotWritten(Throwable why) {
            super(why);
        }
    }

    ChangeLog(Pool pool, AuditStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** Offset of the first message that is not in the chain. */
    long next() {
        return await(store.offset(pool));
    }

    void restart(long offset) {
        await(pool.withTransaction(tx -> store.moveOffset(tx, offset)));
    }

    void append(List<Entry> entries) {
        long after = entries.getLast().offset() + 1;
        await(
                pool.withTransaction(
                        tx ->
                                store.lockOffset(tx)
                                        .map(next -> later(entries, next))
                                        .chain(rows -> append(tx, rows, after))));
    }

    private Uni<Void> append(SqlConnection tx, List<AuditRow> rows, long after) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.append(tx, rows).chain(() -> store.moveOffset(tx, after));
    }

    private static List<AuditRow> later(List<Entry> entries, long next) {
        return entries.stream().filter(e -> e.offset() >= next).map(Entry::row).toList();
    }

    @SuppressWarnings("NullAway") // of a Uni<Void> nothing is used
    private static <T> T await(Uni<T> work) {
        try {
            return work.await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw new NotWritten(e);
        }
    }
}
