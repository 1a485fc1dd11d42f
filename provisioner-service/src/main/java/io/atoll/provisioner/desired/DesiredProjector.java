package io.atoll.provisioner.desired;

import io.atoll.contracts.Topics;
import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.contracts.cluster.ClusterNames;
import io.atoll.kit.control.DueStore;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One message of the topic of wishes: its effect on the rows. */
@ApplicationScoped
class DesiredProjector {

    private static final Logger LOG = Logger.getLogger(DesiredProjector.class);

    private final DesiredStore store;
    private final DueStore due;
    private final Outbox outbox;
    private final StoredJson json;

    DesiredProjector(DesiredStore store, DueStore due, Outbox outbox, StoredJson json) {
        this.store = store;
        this.due = due;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * @param value null is a tombstone
     */
    record Message(String topicId, long offset, @Nullable String key, @Nullable String value) {}

    /** In one transaction; a message whose offset was passed already changes nothing. */
    Uni<Void> project(Message message) {
        return Panache.withTransaction(
                () ->
                        store.advance(message.topicId(), message.offset())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? apply(message)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(Message message) {
        var key = message.key();
        if (key == null || !key.matches(ClusterNames.ID)) {
            return bury(message, "its key is not a cluster id");
        }
        if (message.value() == null) {
            return forget(key);
        }
        ClusterDesired desired;
        try {
            desired = json.read(message.value(), ClusterDesired.class);
        } catch (UncheckedIOException unreadable) {
            return bury(message, String.valueOf(unreadable.getMessage()));
        }
        return desired.id().equals(key) ? put(desired) : bury(message, "its key is another id");
    }

    private Uni<Void> put(ClusterDesired desired) {
        return store.row(desired.id())
                .chain(
                        row ->
                                isNewer(desired, row)
                                        ? store.put(desired, row)
                                                .chain(() -> due.wakeInTransaction(desired.id()))
                                        : Uni.createFrom().voidItem());
    }

    private static boolean isNewer(ClusterDesired desired, @Nullable DesiredEntity row) {
        return row == null || row.forgotten || desired.generation() >= row.generation;
    }

    private Uni<Void> forget(String id) {
        return store.row(id)
                .chain(
                        row -> {
                            if (row == null) {
                                return Uni.createFrom().voidItem();
                            }
                            row.forgotten = true;
                            return due.wakeInTransaction(id);
                        });
    }

    private Uni<Void> bury(Message message, String reason) {
        LOG.errorf("Message %d of the wishes is set aside: %s", message.offset(), reason);
        return outbox.append(
                new OutboxMessage(
                        Topics.CLUSTERS_DESIRED + Topics.DEAD_SUFFIX,
                        String.valueOf(message.key()),
                        message.value()));
    }
}
