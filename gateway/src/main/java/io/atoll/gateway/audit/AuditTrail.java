package io.atoll.gateway.audit;

import io.atoll.contracts.audit.AuditChange;
import io.atoll.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the gateway itself changes, written in the transaction of the change: neither is there
 * without the other. Call it last in a transaction: from here to its end no other row is added.
 */
@ApplicationScoped
public class AuditTrail {
    private final AuditStore store;
    private final AuditDocument documents;
    private final Clock clock;

    AuditTrail(AuditStore store, AuditDocument documents, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    /** A change by a caller of the API; it finds its attempt by the trace. */
    public Uni<Void> changed(SqlClient tx, Caller caller, AuditChange.Effect effect) {
        var actor = new AuditChange.Actor(caller.subject(), caller.kind(), caller.trace());
        var id = UUID.randomUUID().toString();
        var change = AuditChange.of(id, clock.instant(), actor, null, effect);
        return append(tx, documents.changed(change));
    }

    /** Something that the door let through unwritten, for example a sign-in. */
    public Uni<Void> done(SqlClient tx, Attempt attempt, Map<String, Object> facts) {
        return append(tx, AuditRow.done(attempt, facts));
    }

    /** A refusal that changes something, for example one that ends a sign-in. */
    public Uni<Void> denied(SqlClient tx, Attempt attempt, int status, String reason) {
        return append(tx, AuditRow.denied(attempt, status, 1, reason));
    }

    private Uni<Void> append(SqlClient tx, AuditRow row) {
        return store.append(tx, List.of(row)).onFailure().transform(_ -> AuditWriter.unavailable());
    }
}
