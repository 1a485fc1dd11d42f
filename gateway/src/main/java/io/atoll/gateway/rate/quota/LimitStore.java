package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Rows of limits. Every change begins with {@link #advance}, which keeps others waiting. */
@ApplicationScoped
class LimitStore {
    private static final String PUT_CLASS =
            """
            insert into request_limit (class, quota, window_seconds, version, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (class) do update set quota = $2, window_seconds = $3, version = $4,
              changed_by = $5, changed_at = $6
            """;
    private static final String PUT_OVERRIDE =
            """
            insert into limit_override
              (class, kind, subject, quota, window_seconds, version, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (class, kind, subject) do update set quota = $4, window_seconds = $5,
              version = $6, changed_by = $7, changed_at = $8
            """;

    private final Clock clock;

    LimitStore(Clock clock) {
        this.clock = clock;
    }

    /** The version that the change gets. */
    Uni<Long> advance(SqlClient tx) {
        return tx.query("update limit_revision set no = no + 1 returning no")
                .execute()
                .map(rows -> rows.iterator().next().getLong("no"));
    }

    /** Zero where nothing is stored. */
    Uni<Long> version(SqlClient tx, LimitClass limitClass) {
        return tx.preparedQuery("select version from request_limit where class = $1")
                .execute(Tuple.of(limitClass.wire()))
                .map(LimitStore::versionIn);
    }

    /** Zero where nothing is stored. */
    Uni<Long> version(SqlClient tx, LimitClass limitClass, Tenant tenant) {
        return tx.preparedQuery(
                        "select version from limit_override"
                                + " where class = $1 and kind = $2 and subject = $3")
                .execute(Tuple.of(limitClass.wire(), tenant.kind(), tenant.subject()))
                .map(LimitStore::versionIn);
    }

    Uni<Long> overrides(SqlClient tx) {
        return tx.query("select count(*) as n from limit_override")
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    Uni<Void> put(SqlClient tx, Limit limit, long version, String by) {
        return tx.preparedQuery(PUT_CLASS)
                .execute(
                        Tuple.of(
                                limit.name(),
                                limit.quota(),
                                limit.windowSeconds(),
                                version,
                                by,
                                clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> put(SqlClient tx, Limit limit, Tenant tenant, long version, String by) {
        return tx.preparedQuery(PUT_OVERRIDE)
                .execute(
                        Tuple.from(
                                new Object[] {
                                    limit.name(),
                                    tenant.kind(),
                                    tenant.subject(),
                                    limit.quota(),
                                    limit.windowSeconds(),
                                    version,
                                    by,
                                    clock.instant().atOffset(ZoneOffset.UTC)
                                }))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlClient tx, LimitClass limitClass) {
        return tx.preparedQuery("delete from request_limit where class = $1")
                .execute(Tuple.of(limitClass.wire()))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlClient tx, LimitClass limitClass, Tenant tenant) {
        return tx.preparedQuery(
                        "delete from limit_override"
                                + " where class = $1 and kind = $2 and subject = $3")
                .execute(Tuple.of(limitClass.wire(), tenant.kind(), tenant.subject()))
                .replaceWithVoid();
    }

    private static long versionIn(RowSet<Row> rows) {
        var found = rows.iterator();
        return found.hasNext() ? found.next().getLong("version") : 0;
    }
}
