package io.atoll.provisioner.desired;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of wishes. What takes a connection works in the transaction that is open there. */
@ApplicationScoped
public class DesiredStore {

    private static final String SELECT =
            "select " + DesiredEntity.COLUMNS + " from desired_cluster ";

    /** An insert even of a row that was there: its removal may have been committed since. */
    private static final String PUT =
            """
            insert into desired_cluster (id, generation, deleted, forgotten, message)
            values ($1, $2, $3, $4, $5)
            on conflict (id) do update
            set generation = $2, deleted = $3, forgotten = $4, message = $5
            """;

    private static final String ADVANCE =
            """
            insert into desired_position (topic_id, next_offset) values ($1, $2::bigint + 1)
            on conflict (topic_id) do update set next_offset = excluded.next_offset
            where desired_position.next_offset <= $2
            """;

    private final StoredJson json;

    DesiredStore(StoredJson json) {
        this.json = json;
    }

    public Uni<@Nullable Wish> find(SqlClient client, String id) {
        return row(client, id).map(row -> row == null ? null : wish(row));
    }

    public Uni<List<Wish>> all(SqlClient client) {
        return client.preparedQuery(SELECT + "order by id")
                .execute()
                .map(rows -> stream(rows).map(DesiredEntity::of).map(this::wish).toList());
    }

    Uni<@Nullable DesiredEntity> row(SqlClient client, String id) {
        return client.preparedQuery(SELECT + "where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> stream(rows).map(DesiredEntity::of).findFirst().orElse(null));
    }

    Uni<Void> put(SqlConnection tx, ClusterDesired desired, @Nullable DesiredEntity known) {
        var row =
                new DesiredEntity(
                        desired.id(),
                        desired.generation(),
                        desired.deleted(),
                        false,
                        json.write(desired));
        return row.equals(known) ? Uni.createFrom().voidItem() : put(tx, row);
    }

    private static Uni<Void> put(SqlConnection tx, DesiredEntity row) {
        return tx.preparedQuery(PUT)
                .execute(
                        Tuple.of(
                                row.id(),
                                row.generation(),
                                row.deleted(),
                                row.forgotten(),
                                row.message()))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlConnection tx, DesiredEntity known) {
        return known.forgotten()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery("update desired_cluster set forgotten = true where id = $1")
                        .execute(Tuple.of(known.id()))
                        .replaceWithVoid();
    }

    /** Only what is still forgotten: a cluster may have come back under the id meanwhile. */
    public Uni<Void> remove(SqlConnection tx, String id) {
        return tx.preparedQuery("delete from desired_cluster where id = $1 and forgotten")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** Absent for a topic that was never read. */
    public Uni<Optional<Long>> position(SqlClient client, String topicId) {
        return client.preparedQuery("select next_offset from desired_position where topic_id = $1")
                .execute(Tuple.of(topicId))
                .map(rows -> stream(rows).map(row -> row.getLong("next_offset")).findFirst());
    }

    /** True if some topic of wishes was ever read. */
    public Uni<Boolean> hasPosition(SqlClient client) {
        return client.preparedQuery("select exists (select from desired_position) as known")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    /** False if this offset was passed already. */
    Uni<Boolean> advance(SqlConnection tx, String topicId, long offset) {
        return tx.preparedQuery(ADVANCE)
                .execute(Tuple.of(topicId, offset))
                .map(changed -> changed.rowCount() == 1);
    }

    private Wish wish(DesiredEntity row) {
        return new Wish(json.read(row.message(), ClusterDesired.class), row.forgotten());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
