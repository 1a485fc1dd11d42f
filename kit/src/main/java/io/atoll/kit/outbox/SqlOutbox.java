package io.atoll.kit.outbox;

import io.atoll.kit.problem.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The outbox of a service without Hibernate: writes through a client of the caller, in the
 * transaction that it has open, or in one of its own. The table's trigger notifies.
 */
public final class SqlOutbox {

    static final String INSERT =
            "insert into outbox (topic, msg_key, payload, trace) values (?1, ?2, ?3, ?4)";

    private static final String SQL = INSERT.replace('?', '$');

    private SqlOutbox() {}

    public static Uni<Void> append(SqlClient client, OutboxMessage message) {
        var trace = Trace.current().map(Trace::traceparent).orElse(null);
        var row = Tuple.of(message.topic(), message.key(), message.payload(), trace);
        return client.preparedQuery(SQL).execute(row).replaceWithVoid();
    }
}
