package io.atoll.gateway.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** Calls the functions that alone write rows of the audit. */
@ApplicationScoped
class AuditStore {

    /** In the transaction that the client has open, or in one of its own. */
    Uni<Void> append(SqlClient client, Iterable<AuditRow> rows) {
        return client.preparedQuery("select append_audit($1::jsonb)")
                .execute(Tuple.of(AuditRow.array(rows)))
                .replaceWithVoid();
    }

    /** Answers how many rows went. */
    Uni<Long> retire(SqlClient client, OffsetDateTime before, int most) {
        return client.preparedQuery("select retire_audit($1, $2) as n")
                .execute(Tuple.of(before, most))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Locks the place in the topic until the transaction ends. */
    Uni<Long> lockOffset(SqlClient tx) {
        return tx.query("select next from audit_offset for update")
                .execute()
                .map(rows -> rows.iterator().next().getLong("next"));
    }

    Uni<Long> offset(SqlClient client) {
        return client.query("select next from audit_offset")
                .execute()
                .map(rows -> rows.iterator().next().getLong("next"));
    }

    Uni<Void> moveOffset(SqlClient tx, long next) {
        return tx.preparedQuery("update audit_offset set next = $1")
                .execute(Tuple.of(next))
                .replaceWithVoid();
    }
}
