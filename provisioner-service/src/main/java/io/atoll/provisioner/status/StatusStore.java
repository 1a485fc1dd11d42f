package io.atoll.provisioner.status;

import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of statuses, and their messages. What takes a connection works in the transaction that is
 * open there: first the row, then the outbox.
 */
@ApplicationScoped
public class StatusStore {

    private static final String FIND =
            "select " + StatusEntity.COLUMNS + " from cluster_status where id = $1";
    private static final String INSERT =
            "insert into cluster_status (id, sequence, gone, status) values ($1, $2, $3, $4)";
    private static final String UPDATE =
            "update cluster_status set sequence = $2, gone = $3, status = $4 where id = $1";

    private final StoredJson json;

    StatusStore(StoredJson json) {
        this.json = json;
    }

    /**
     * What was told last about a cluster.
     *
     * @param status null before the first, and after the cluster is forgotten or gone
     */
    public record Told(@Nullable ClusterStatus status, boolean gone) {}

    public Uni<Told> told(SqlClient client, String id) {
        return row(client, id)
                .map(
                        row ->
                                row == null
                                        ? new Told(null, false)
                                        : new Told(before(row), row.gone()));
    }

    /** As {@link #told}, the status alone. */
    public Uni<@Nullable ClusterStatus> find(SqlClient client, String id) {
        return told(client, id).map(Told::status);
    }

    /** Writes the status and tells it and its events; nothing where nothing changed. */
    public Uni<Void> save(
            SqlConnection tx, ClusterDesired desired, ClusterStatus status, boolean gone) {
        return row(tx, desired.id()).chain(known -> save(tx, desired, status, gone, known));
    }

    private Uni<Void> save(
            SqlConnection tx,
            ClusterDesired desired,
            ClusterStatus status,
            boolean gone,
            @Nullable StatusEntity known) {
        var before = before(known);
        if (known != null && known.gone() == gone && (gone || status.equals(before))) {
            return Uni.createFrom().voidItem();
        }
        var id = desired.id();
        var sequence = known == null ? 1 : known.sequence() + 1;
        var changed = new ClusterStatusChanged(id, sequence, gone, status);
        var events = new EventFactory(desired, sequence).between(before, status);
        var row = new StatusEntity(id, sequence, gone, json.write(status));
        return write(tx, known == null ? INSERT : UPDATE, row)
                .chain(() -> append(tx, Topics.CLUSTERS_STATUS, id, changed))
                .chain(() -> tell(tx, events, id));
    }

    /** The cluster leaves the topic; its sequence stays. */
    public Uni<Void> forget(SqlConnection tx, String id) {
        return row(tx, id)
                .chain(row -> row == null ? Uni.createFrom().voidItem() : forget(tx, row));
    }

    private static Uni<Void> forget(SqlConnection tx, StatusEntity row) {
        var tombstone = OutboxMessage.tombstone(Topics.CLUSTERS_STATUS, row.id());
        return write(tx, UPDATE, new StatusEntity(row.id(), row.sequence(), true, null))
                .chain(() -> SqlOutbox.append(tx, tombstone));
    }

    private Uni<Void> tell(SqlConnection tx, List<AtollEvent> events, String id) {
        var told = Uni.createFrom().voidItem();
        for (var event : events) {
            told = told.chain(() -> append(tx, Topics.EVENTS, id, event));
        }
        return told;
    }

    private Uni<Void> append(SqlConnection tx, String topic, String key, Object message) {
        return SqlOutbox.append(tx, new OutboxMessage(topic, key, json.write(message)));
    }

    private static Uni<Void> write(SqlConnection tx, String sql, StatusEntity row) {
        return tx.preparedQuery(sql)
                .execute(Tuple.of(row.id(), row.sequence(), row.gone(), row.status()))
                .replaceWithVoid();
    }

    private static Uni<@Nullable StatusEntity> row(SqlClient client, String id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? StatusEntity.of(rows.next()) : null);
    }

    private @Nullable ClusterStatus before(@Nullable StatusEntity row) {
        return row == null || row.gone() || row.status() == null
                ? null
                : json.read(row.status(), ClusterStatus.class);
    }
}
