package io.atoll.provisioner.desired;

import io.atoll.contracts.Topics;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.kit.control.DueStore;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One message of the topic of wishes: its effect on the rows. */
@ApplicationScoped
class DesiredProjector {

    private static final Logger LOG = Logger.getLogger(DesiredProjector.class);

    private final Pool pool;
    private final DesiredStore store;
    private final DueStore due;
    private final StoredJson json;

    DesiredProjector(Pool pool, DesiredStore store, DueStore due, StoredJson json) {
        this.pool = pool;
        this.store = store;
        this.due = due;
        this.json = json;
    }

    /**
     * @param value null is a tombstone
     */
    record Message(String topicId, long offset, @Nullable String key, @Nullable String value) {}

    /** In one transaction; a message whose offset was passed already changes nothing. */
    Uni<Void> project(Message message) {
        return pool.withTransaction(
                tx ->
                        store.advance(tx, message.topicId(), message.offset())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? apply(tx, message)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(SqlConnection tx, Message message) {
        var key = message.key();
        if (key == null || !key.matches(ClusterNames.ID)) {
            return bury(tx, message, "its key is not a cluster id");
        }
        if (message.value() == null) {
            return forget(tx, key);
        }
        ClusterDesired desired;
        try {
            desired = json.read(message.value(), ClusterDesired.class);
        } catch (UncheckedIOException unreadable) {
            return bury(tx, message, String.valueOf(unreadable.getMessage()));
        }
        if (!isWhole(desired)) {
            return bury(tx, message, "it is no whole wish");
        }
        if (!desired.id().equals(key)) {
            return bury(tx, message, "its key is another id");
        }
        return switch (desired.spec()) {
            case KafkaSpec _ -> put(tx, desired);
            // It runs elsewhere: all that can be here is an earlier cluster of this id.
            case ExternalKafkaSpec _ -> forget(tx, key);
        };
    }

    /** JSON leaves null what it does not name. */
    private static boolean isWhole(@Nullable ClusterDesired desired) {
        return desired != null && desired.id() != null && desired.spec() != null;
    }

    private Uni<Void> put(SqlConnection tx, ClusterDesired desired) {
        var id = desired.id();
        return store.row(tx, id)
                .chain(
                        row ->
                                isNewer(desired, row)
                                        ? store.put(tx, desired, row)
                                                .chain(() -> due.wakeInTransaction(tx, id))
                                        : Uni.createFrom().voidItem());
    }

    private static boolean isNewer(ClusterDesired desired, @Nullable DesiredEntity row) {
        return row == null || row.forgotten() || desired.generation() >= row.generation();
    }

    private Uni<Void> forget(SqlConnection tx, String id) {
        return store.row(tx, id)
                .chain(
                        row ->
                                row == null
                                        ? Uni.createFrom().voidItem()
                                        : store.forget(tx, row)
                                                .chain(() -> due.wakeInTransaction(tx, id)));
    }

    private Uni<Void> bury(SqlConnection tx, Message message, String reason) {
        LOG.errorf("Message %d of the wishes is set aside: %s", message.offset(), reason);
        return SqlOutbox.append(
                tx,
                new OutboxMessage(
                        Topics.CLUSTERS_DESIRED + Topics.DEAD_SUFFIX,
                        String.valueOf(message.key()),
                        message.value()));
    }
}
