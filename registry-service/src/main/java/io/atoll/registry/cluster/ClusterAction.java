package io.atoll.registry.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.event.EventType;
import java.util.Locale;

/** What can be asked of a cluster that exists, with the right it needs and the event it makes. */
enum ClusterAction {
    CREATE(Permission.CLUSTER_CREATE, EventType.CLUSTER_CREATED, "was created"),
    UPDATE(Permission.CLUSTER_UPDATE, EventType.CLUSTER_UPDATED, "was changed"),
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

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
