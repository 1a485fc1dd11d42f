package io.atoll.ops.external;

import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told last, and telling more: the row and its messages are one transaction, which the
 * caller has open.
 */
@ApplicationScoped
class StatusStore {

    private static final String SAVE =
            """
            insert into external_status (id, sequence, status) values ($1, 1, $2)
            on conflict (id) do update
            set sequence = external_status.sequence + 1, status = excluded.status
            returning sequence
            """;

    private final StoredJson json;

    StatusStore(StoredJson json) {
        this.json = json;
    }

    /** Empty before the first, and after the cluster was forgotten. */
    Uni<Optional<ClusterStatus>> told(SqlClient client, String id) {
        return client.preparedQuery(
                        "select status from external_status where id = $1 and status is not null")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator())
                .map(
                        rows ->
                                rows.hasNext()
                                        ? Optional.of(
                                                json.read(
                                                        rows.next().getString(0),
                                                        ClusterStatus.class))
                                        : Optional.empty());
    }

    Uni<Void> save(
            SqlConnection tx,
            ClusterDesired desired,
            @Nullable ClusterStatus before,
            ClusterStatus after) {
        var id = desired.id();
        return sequence(tx, id, json.write(after))
                .call(
                        sequence ->
                                append(
                                        tx,
                                        Topics.CLUSTERS_STATUS,
                                        id,
                                        new ClusterStatusChanged(id, sequence, false, after)))
                .chain(
                        sequence ->
                                from(before) == after.phase()
                                        ? Uni.createFrom().voidItem()
                                        : append(
                                                tx,
                                                Topics.EVENTS,
                                                id,
                                                event(desired, sequence, from(before), after)));
    }

    /** The cluster leaves the topic; its sequence stays. */
    Uni<Void> forget(SqlConnection tx, String id) {
        return told(tx, id)
                .chain(
                        known ->
                                known.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : sequence(tx, id, null)
                                                .chain(
                                                        () ->
                                                                SqlOutbox.append(
                                                                        tx,
                                                                        OutboxMessage.tombstone(
                                                                                Topics
                                                                                        .CLUSTERS_STATUS,
                                                                                id))));
    }

    private static Uni<Long> sequence(SqlConnection tx, String id, @Nullable String status) {
        return tx.preparedQuery(SAVE)
                .execute(Tuple.of(id, status))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Void> append(SqlConnection tx, String topic, String key, Object message) {
        return SqlOutbox.append(tx, new OutboxMessage(topic, key, json.write(message)));
    }

    private static Phase from(@Nullable ClusterStatus before) {
        return before == null ? Phase.PENDING : before.phase();
    }

    private static AtollEvent event(
            ClusterDesired desired, long sequence, Phase from, ClusterStatus after) {
        var to = after.phase();
        return new AtollEvent(
                "%s.%d.%d.%s"
                        .formatted(
                                desired.id(),
                                desired.generation(),
                                sequence,
                                EventType.CLUSTER_PHASE_CHANGED),
                EventType.CLUSTER_PHASE_CHANGED,
                severity(to),
                desired.id(),
                desired.environment(),
                desired.tags(),
                "Cluster %s is %s now."
                        .formatted(desired.name(), to.name().toLowerCase(Locale.ROOT)),
                after.updatedAt(),
                null,
                Map.of("from", from.name(), "to", to.name()));
    }

    private static Severity severity(Phase phase) {
        return switch (phase) {
            case RUNNING -> Severity.SUCCESS;
            case DEGRADED -> Severity.WARNING;
            case FAILED -> Severity.ERROR;
            case PENDING, CREATING, STOPPING, STOPPED, DELETING -> Severity.NOTICE;
        };
    }
}
