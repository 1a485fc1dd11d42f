package io.atoll.web.shell;

import static io.atoll.contracts.event.EventType.*;

/** Every type of event that the contracts name. */
final class EventTypes {

    static final String ALL =
            String.join(
                    " ",
                    CLUSTER_CREATED,
                    CLUSTER_UPDATED,
                    CLUSTER_STARTED,
                    CLUSTER_STOPPED,
                    CLUSTER_RESTARTED,
                    CLUSTER_DELETING,
                    CLUSTER_DELETED,
                    CLUSTER_PHASE_CHANGED,
                    NODE_DIED,
                    NODE_STOPPED,
                    NODE_STARTED,
                    TEMPLATE_CREATED,
                    TEMPLATE_UPDATED,
                    TEMPLATE_DELETED,
                    TOPIC_CREATED,
                    TOPIC_UPDATED,
                    TOPIC_DELETED,
                    USER_SIGNED_IN);

    private EventTypes() {}
}
