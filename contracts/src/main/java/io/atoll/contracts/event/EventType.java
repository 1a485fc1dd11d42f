package io.atoll.contracts.event;

/** The types of events that Atoll's own services write. */
public final class EventType {
    public static final String CLUSTER_CREATED = "cluster.created";
    public static final String CLUSTER_UPDATED = "cluster.updated";
    public static final String CLUSTER_STARTED = "cluster.start_requested";
    public static final String CLUSTER_STOPPED = "cluster.stop_requested";
    public static final String CLUSTER_RESTARTED = "cluster.restart_requested";
    public static final String CLUSTER_DELETING = "cluster.delete_requested";
    public static final String CLUSTER_DELETED = "cluster.deleted";

    /** The phase of a cluster changed; attributes {@code from} and {@code to}. */
    public static final String CLUSTER_PHASE_CHANGED = "cluster.phase_changed";

    /** A node ended without being asked to; attributes {@code node}, {@code reason}. */
    public static final String NODE_DIED = "node.died";

    /** A node ended on purpose; attributes {@code node}, {@code reason}. */
    public static final String NODE_STOPPED = "node.stopped";

    public static final String NODE_STARTED = "node.started";
    public static final String TEMPLATE_CREATED = "template.created";
    public static final String TEMPLATE_UPDATED = "template.updated";
    public static final String TEMPLATE_DELETED = "template.deleted";
    public static final String TOPIC_CREATED = "topic.created";
    public static final String TOPIC_UPDATED = "topic.updated";
    public static final String TOPIC_DELETED = "topic.deleted";
    public static final String USER_SIGNED_IN = "user.signed_in";

    private EventType() {}
}
