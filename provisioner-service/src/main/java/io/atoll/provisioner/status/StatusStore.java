package io.atoll.provisioner.status;

import io.atoll.contracts.Topics;
import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.contracts.cluster.ClusterStatus;
import io.atoll.contracts.cluster.ClusterStatusChanged;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of statuses, and their messages. Works in the current session or transaction of Panache. */
@ApplicationScoped
public class StatusStore {

    private final Outbox outbox;
    private final StoredJson json;

    StatusStore(Outbox outbox, StoredJson json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** What was told last; null before that and after the cluster is forgotten or gone. */
    public Uni<@Nullable ClusterStatus> find(String id) {
        return row(id).map(row -> row == null || row.gone ? null : status(row));
    }

    public Uni<Boolean> isGone(String id) {
        return row(id).map(row -> row != null && row.gone);
    }

    /** Writes the status and tells it and its events; nothing where nothing changed. */
    public Uni<Void> save(ClusterDesired desired, ClusterStatus status, boolean gone) {
        return row(desired.id()).chain(row -> save(desired, status, gone, row));
    }

    private Uni<Void> save(
            ClusterDesired desired,
            ClusterStatus status,
            boolean gone,
            @Nullable StatusEntity known) {
        var before = known == null || known.gone ? null : status(known);
        if (known != null && known.gone == gone && (gone || status.equals(before))) {
            return Uni.createFrom().voidItem();
        }
        var row = known == null ? new StatusEntity() : known;
        row.id = desired.id();
        row.sequence++;
        row.gone = gone;
        row.status = json.write(status);
        var changed = new ClusterStatusChanged(row.id, row.sequence, gone, status);
        var events = new EventFactory(desired, row.sequence).between(before, status);
        return persist(row, known == null)
                .chain(() -> append(Topics.CLUSTERS_STATUS, row.id, changed))
                .chain(() -> tell(events, row.id));
    }

    /** The cluster leaves the topic; its sequence stays. */
    public Uni<Void> forget(String id) {
        return row(id).chain(
                        row -> {
                            if (row == null) {
                                return Uni.createFrom().voidItem();
                            }
                            row.status = null;
                            row.gone = true;
                            return outbox.append(
                                    OutboxMessage.tombstone(Topics.CLUSTERS_STATUS, id));
                        });
    }

    private Uni<Void> tell(List<AtollEvent> events, String id) {
        var told = Uni.createFrom().voidItem();
        for (var event : events) {
            told = told.chain(() -> append(Topics.EVENTS, id, event));
        }
        return told;
    }

    private Uni<Void> append(String topic, String key, Object message) {
        return outbox.append(new OutboxMessage(topic, key, json.write(message)));
    }

    private static Uni<Void> persist(StatusEntity row, boolean isNew) {
        return isNew
                ? Panache.getSession().chain(session -> session.persist(row))
                : Uni.createFrom().voidItem();
    }

    private static Uni<@Nullable StatusEntity> row(String id) {
        return Panache.getSession().chain(session -> session.find(StatusEntity.class, id));
    }

    private @Nullable ClusterStatus status(StatusEntity row) {
        return row.status == null ? null : json.read(row.status, ClusterStatus.class);
    }
}
