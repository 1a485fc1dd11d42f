package io.atoll.contracts.access;

/** One thing a caller may do. Declared beside each route; the wire form is the constant's name. */
public enum Permission {
    CLUSTER_VIEW,
    CLUSTER_CREATE,
    CLUSTER_UPDATE,
    CLUSTER_DELETE,
    CLUSTER_START,
    CLUSTER_STOP,
    NODE_LOGS_VIEW,
    TEMPLATE_VIEW,
    TEMPLATE_EDIT,
    TOPIC_VIEW,
    TOPIC_CREATE,
    TOPIC_UPDATE,
    TOPIC_DELETE,
    MESSAGE_PRODUCE,
    MESSAGE_CONSUME,
    EVENT_VIEW,
    USER_MANAGE
}
