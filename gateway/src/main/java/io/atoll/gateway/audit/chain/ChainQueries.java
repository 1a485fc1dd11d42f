package io.atoll.gateway.audit.chain;

import io.atoll.contracts.audit.AuditVerificationView;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Checks the chain in the gateway, page by page, of one picture of the database. */
@ApplicationScoped
public class ChainQueries {
    private static final int PAGE = 1_000;
    private static final String ROWS = ChainRow.SELECT + " where no > $1 order by no limit " + PAGE;

    private final Pool pool;

    /** Whoever asks while it is checked gets the answer of that check. */
    private final AtomicReference<@Nullable Uni<AuditVerificationView>> running =
            new AtomicReference<>();

    ChainQueries(@ReactiveDataSource("audit") Pool pool) {
        this.pool = pool;
    }

    public Uni<AuditVerificationView> verify() {
        Uni<AuditVerificationView> mine =
                pool.withTransaction(this::verify)
                        .onTermination()
                        .invoke(() -> running.set(null))
                        .memoize()
                        .indefinitely();
        Uni<AuditVerificationView> other = running.compareAndExchange(null, mine);
        return other == null ? mine : other;
    }

    private Uni<AuditVerificationView> verify(SqlConnection tx) {
        var check = new ChainCheck(List.of());
        return tx.query("set transaction isolation level repeatable read read only")
                .execute()
                .chain(() -> pages(tx, check))
                .chain(() -> tx.query("select no, hash from audit_head").execute())
                .map(rows -> rows.iterator().next())
                .map(head -> check.end(head.getLong("no"), bytes(head, "hash")));
    }

    private static Uni<Void> pages(SqlConnection tx, ChainCheck check) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(tx, check))
                .until(taken -> taken < PAGE)
                .onItem()
                .ignoreAsUni();
    }

    /** Answers how many rows it took. */
    private static Uni<Integer> page(SqlConnection tx, ChainCheck check) {
        return tx.preparedQuery(ROWS)
                .execute(Tuple.of(check.last()))
                .invoke(rows -> rows.forEach(row -> check.take(row(row))))
                .map(RowSet::rowCount);
    }

    private static ChainRow row(Row row) {
        var fields = new ArrayList<@Nullable String>(ChainRow.FIELDS);
        for (int i = 0; i < ChainRow.FIELDS; i++) {
            fields.add(row.getString("f" + i));
        }
        return new ChainRow(
                row.getLong("no"), fields, bytes(row, "previous_hash"), bytes(row, "hash"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.get(Buffer.class, column).getBytes();
    }
}
