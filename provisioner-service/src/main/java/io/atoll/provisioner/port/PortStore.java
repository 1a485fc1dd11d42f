package io.atoll.provisioner.port;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Rows of ports. What takes a connection works in the transaction that is open there. */
@ApplicationScoped
class PortStore {

    /** Any number will do, as long as nobody else uses it. */
    private static final long LOCK = 0x41746f6c6c506f72L;

    private static final String HOLD =
            """
            insert into port_allocation (port, cluster_id, use_name) values ($1, $2, $3)
            on conflict (port) do update
            set cluster_id = $2, use_name = $3, released_at = null
            """;

    private static final String RELEASE =
            "update port_allocation set cluster_id = null, released_at = $2 where cluster_id = $1";

    private final Clock clock;

    PortStore(Clock clock) {
        this.clock = clock;
    }

    /** Until the transaction ends nobody else chooses. */
    Uni<Void> lock(SqlConnection tx) {
        return tx.preparedQuery("select 1 from pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .replaceWithVoid();
    }

    Uni<PortLedger> ledger(SqlClient client) {
        return rows(client)
                .map(rows -> PortLedger.of(rows.stream().map(PortEntity::entry).toList()));
    }

    /** By use. */
    Uni<Map<String, Integer>> heldBy(SqlClient client, String cluster) {
        var sql = "select " + PortEntity.COLUMNS + " from port_allocation where cluster_id = $1";
        return client.preparedQuery(sql)
                .execute(Tuple.of(cluster))
                .map(PortStore::entities)
                .map(held -> held.stream().collect(toMap(PortEntity::use, PortEntity::port)));
    }

    Uni<List<PortEntity>> rows(SqlClient client) {
        var sql = "select " + PortEntity.COLUMNS + " from port_allocation order by port";
        return client.preparedQuery(sql).execute().map(PortStore::entities);
    }

    /** The cluster holds exactly these from now on. */
    Uni<Void> hold(SqlConnection tx, String cluster, Map<String, Integer> ports) {
        return release(tx, cluster)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(ports.entrySet())
                                        .onItem()
                                        .transformToUniAndConcatenate(e -> hold(tx, cluster, e))
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> hold(
            SqlConnection tx, String cluster, Map.Entry<String, Integer> port) {
        return tx.preparedQuery(HOLD).execute(Tuple.of(port.getValue(), cluster, port.getKey()));
    }

    Uni<Void> release(SqlConnection tx, String cluster) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return tx.preparedQuery(RELEASE).execute(Tuple.of(cluster, now)).replaceWithVoid();
    }

    private static List<PortEntity> entities(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PortEntity::of).toList();
    }
}
