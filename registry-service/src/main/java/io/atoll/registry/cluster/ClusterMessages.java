package io.atoll.registry.cluster;

import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes wishes and events, in the transaction of the change that they tell of. */
@ApplicationScoped
class ClusterMessages {

    private final Outbox outbox;
    private final StoredJson json;

    ClusterMessages(Outbox outbox, StoredJson json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** The full wish and what happened. */
    Uni<Void> changed(Cluster cluster, String type, String message, String subject) {
        return wish(cluster, subject)
                .chain(() -> event(cluster, type, message, subject, cluster.updatedAt()));
    }

    /** The full wish alone, where nothing happened that people should know. */
    Uni<Void> wish(Cluster cluster, @Nullable String subject) {
        String wish = json.write(cluster.desired(subject));
        return outbox.append(new OutboxMessage(Topics.CLUSTERS_DESIRED, cluster.id(), wish));
    }

    /** Nothing is wanted under this id any more. */
    Uni<Void> gone(
            Cluster cluster, String type, String message, @Nullable String subject, Instant now) {
        return outbox.append(new OutboxMessage(Topics.CLUSTERS_DESIRED, cluster.id(), null))
                .chain(() -> event(cluster, type, message, subject, now));
    }

    private Uni<Void> event(
            Cluster cluster, String type, String message, @Nullable String subject, Instant now) {
        AtollEvent event =
                new AtollEvent(
                        "%s.%d.%s".formatted(cluster.id(), cluster.generation(), type),
                        type,
                        Severity.NOTICE,
                        cluster.id(),
                        cluster.wish().environment(),
                        cluster.wish().tags(),
                        message,
                        now,
                        subject,
                        Map.of("generation", Long.toString(cluster.generation())));
        return outbox.append(new OutboxMessage(Topics.EVENTS, cluster.id(), json.write(event)));
    }
}
