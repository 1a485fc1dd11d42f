package io.atoll.registry.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.spec.Origin;
import io.atoll.kit.refusal.ReadOnly;
import java.util.Locale;

/** What can be asked of a cluster that exists, with the right it needs and the event it makes. */
enum ClusterAction {
    CREATE(Permission.CLUSTER_CREATE, EventType.CLUSTER_CREATED, "was created"),
    REGISTER(Permission.CLUSTER_REGISTER, EventType.CLUSTER_CREATED, "was registered"),
    UPDATE(Permission.CLUSTER_UPDATE, EventType.CLUSTER_UPDATED, "was changed"),
    RECONNECT(Permission.CLUSTER_REGISTER, EventType.CLUSTER_UPDATED, "is to be reached anew"),
    START(Permission.CLUSTER_START, EventType.CLUSTER_STARTED, "is to start"),
    STOP(Permission.CLUSTER_STOP, EventType.CLUSTER_STOPPED, "is to stop"),
    RESTART(Permission.CLUSTER_START, EventType.CLUSTER_RESTARTED, "is to restart"),
    DELETE(Permission.CLUSTER_DELETE, EventType.CLUSTER_DELETING, "is to be deleted");

    private final Permission permission;
    private final String event;
    private final String words;

    ClusterAction(Permission permission, String event, String words) {
        this.permission = permission;
        this.event = event;
        this.words = words;
    }

    Permission permission() {
        return permission;
    }

    String event() {
        return event;
    }

    String message(String name) {
        return "Cluster %s %s.".formatted(name, words);
    }

    /**
     * Refuses what would change a read-only cluster. To end that, to reach it anew and to forget
     * one that runs elsewhere changes nothing of it.
     */
    void requireWritable(Cluster before, Cluster wanted) {
        if (before.wish().readOnly() && changes(before, wanted)) {
            throw new ReadOnly(before.id());
        }
    }

    private boolean changes(Cluster before, Cluster wanted) {
        return switch (this) {
            case START, STOP, RESTART -> true;
            case DELETE -> before.origin() == Origin.MANAGED;
            case UPDATE, RECONNECT -> !sameBeside(before, wanted);
            case CREATE, REGISTER -> false;
        };
    }

    private boolean sameBeside(Cluster before, Cluster wanted) {
        Cluster.Wish wish = wanted.wish().withReadOnly(true);
        return (this == RECONNECT ? wish.with(before.wish().spec()) : wish).equals(before.wish());
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
