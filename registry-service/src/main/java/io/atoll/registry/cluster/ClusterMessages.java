package io.atoll.registry.cluster;

import io.atoll.contracts.Topics;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.kit.access.Caller;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes wishes, events and changes for the audit, in the transaction that makes them. */
@ApplicationScoped
class ClusterMessages {

    private final Outbox outbox;
    private final StoredJson json;

    ClusterMessages(Outbox outbox, StoredJson json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** The full wish, what happened, and who changed what. */
    Uni<Void> changed(
            ClusterAction action, @Nullable Cluster before, Cluster cluster, Caller caller) {
        String subject = caller.subject();
        String message = action.message(cluster.wish().name());
        return wish(cluster, subject)
                .chain(() -> event(cluster, action.event(), message, subject, cluster.updatedAt()))
                .chain(() -> audit(action, before, cluster, caller));
    }

    /** Who changed what. */
    Uni<Void> audit(
            ClusterAction action, @Nullable Cluster before, Cluster cluster, Caller caller) {
        AuditChange change =
                AuditChange.of(
                        "%s.%d.%s".formatted(cluster.id(), cluster.generation(), action.event()),
                        cluster.updatedAt(),
                        caller.actor(),
                        cluster.scope(),
                        new AuditChange.Effect(
                                "cluster." + action.wire(),
                                "cluster " + cluster.id(),
                                before == null ? null : before.view(),
                                cluster.view()));
        return outbox.append(new OutboxMessage(Topics.AUDIT, cluster.id(), json.write(change)));
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
