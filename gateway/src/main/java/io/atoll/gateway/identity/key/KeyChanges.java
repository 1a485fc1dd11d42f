package io.atoll.gateway.identity.key;

import io.atoll.gateway.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Changes of keys, each in one transaction with what the audit tells of it. */
@ApplicationScoped
class KeyChanges {
    private final Pool pool;
    private final AuditTrail trail;
    private final KeyQueries queries;

    KeyChanges(Pool pool, AuditTrail trail, KeyQueries queries) {
        this.pool = pool;
        this.trail = trail;
        this.queries = queries;
    }

    <T> Uni<T> run(String action, UUID id, Function<SqlConnection, Uni<T>> step) {
        return pool.withTransaction(
                trail.around(action, "key " + KeyId.wire(id), tx -> queries.find(tx, id), step));
    }
}
