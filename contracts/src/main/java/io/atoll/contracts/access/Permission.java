package io.atoll.contracts.access;

import static io.atoll.contracts.access.Permission.Resource.CLUSTER;
import static io.atoll.contracts.access.Permission.Resource.GROUP;
import static io.atoll.contracts.access.Permission.Resource.PLATFORM;
import static io.atoll.contracts.access.Permission.Resource.QUEUE;
import static io.atoll.contracts.access.Permission.Resource.TOPIC;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * One thing a caller may do. Declared beside each route; the wire form is the constant's name. Some
 * have no route yet: a role can give them before the feature is there.
 */
public enum Permission {
    CLUSTER_VIEW(CLUSTER),
    CLUSTER_CREATE(CLUSTER, CLUSTER_VIEW),
    CLUSTER_REGISTER(CLUSTER, CLUSTER_VIEW),
    CLUSTER_UPDATE(CLUSTER, CLUSTER_VIEW),
    CLUSTER_DELETE(CLUSTER, CLUSTER_VIEW),
    CLUSTER_START(CLUSTER, CLUSTER_VIEW),
    CLUSTER_STOP(CLUSTER, CLUSTER_VIEW),
    CLUSTER_TEST(CLUSTER, CLUSTER_VIEW),
    NODE_LOGS_VIEW(CLUSTER, CLUSTER_VIEW),
    BROKER_CONFIG_VIEW(CLUSTER, CLUSTER_VIEW),
    BROKER_CONFIG_UPDATE(CLUSTER, BROKER_CONFIG_VIEW),
    LOG_DIR_VIEW(CLUSTER, CLUSTER_VIEW),
    METRIC_VIEW(CLUSTER, CLUSTER_VIEW),
    TEMPLATE_VIEW(PLATFORM),
    TEMPLATE_EDIT(PLATFORM, TEMPLATE_VIEW),
    TOPIC_VIEW(TOPIC, CLUSTER_VIEW),
    TOPIC_CREATE(TOPIC, TOPIC_VIEW),
    TOPIC_UPDATE(TOPIC, TOPIC_VIEW),
    TOPIC_PARTITIONS(TOPIC, TOPIC_VIEW),
    TOPIC_DELETE(TOPIC, TOPIC_VIEW),
    TOPIC_PURGE(TOPIC, TOPIC_VIEW),
    TOPIC_ANALYSIS_VIEW(TOPIC, TOPIC_VIEW),
    TOPIC_ANALYSIS_RUN(TOPIC, TOPIC_ANALYSIS_VIEW),
    MESSAGE_PRODUCE(TOPIC, TOPIC_VIEW),
    MESSAGE_CONSUME_MASKED(TOPIC, TOPIC_VIEW),
    MESSAGE_CONSUME(TOPIC, MESSAGE_CONSUME_MASKED),
    MESSAGE_EXPORT(TOPIC, MESSAGE_CONSUME),
    MESSAGE_DELETE(TOPIC, TOPIC_VIEW),
    GROUP_VIEW(GROUP, CLUSTER_VIEW),
    GROUP_RESET(GROUP, GROUP_VIEW),
    GROUP_OFFSETS_DELETE(GROUP, GROUP_VIEW),
    GROUP_DELETE(GROUP, GROUP_VIEW),
    QUEUE_VIEW(QUEUE, CLUSTER_VIEW),
    QUEUE_UPDATE(QUEUE, QUEUE_VIEW),
    QUEUE_PURGE(QUEUE, QUEUE_VIEW),
    JOB_VIEW(QUEUE, QUEUE_VIEW),
    JOB_ADD(QUEUE, JOB_VIEW),
    JOB_RETRY(QUEUE, JOB_VIEW),
    JOB_DELETE(QUEUE, JOB_VIEW),
    SCHEMA_VIEW(CLUSTER, CLUSTER_VIEW),
    SCHEMA_CREATE(CLUSTER, SCHEMA_VIEW),
    SCHEMA_UPDATE(CLUSTER, SCHEMA_VIEW),
    SCHEMA_DELETE(CLUSTER, SCHEMA_VIEW),
    SCHEMA_COMPATIBILITY_UPDATE(CLUSTER, SCHEMA_VIEW),
    CONNECTOR_VIEW(CLUSTER, CLUSTER_VIEW),
    CONNECTOR_CREATE(CLUSTER, CONNECTOR_VIEW),
    CONNECTOR_UPDATE(CLUSTER, CONNECTOR_VIEW),
    CONNECTOR_OPERATE(CLUSTER, CONNECTOR_VIEW),
    CONNECTOR_OFFSETS_RESET(CLUSTER, CONNECTOR_VIEW),
    CONNECTOR_DELETE(CLUSTER, CONNECTOR_VIEW),
    ACL_VIEW(CLUSTER, CLUSTER_VIEW),
    ACL_EDIT(CLUSTER, ACL_VIEW),
    CLIENT_QUOTA_VIEW(CLUSTER, CLUSTER_VIEW),
    CLIENT_QUOTA_EDIT(CLUSTER, CLIENT_QUOTA_VIEW),
    SCRAM_USER_VIEW(CLUSTER, CLUSTER_VIEW),
    SCRAM_USER_EDIT(CLUSTER, SCRAM_USER_VIEW),
    REBALANCE_VIEW(CLUSTER, CLUSTER_VIEW),
    REBALANCE_APPROVE(CLUSTER, REBALANCE_VIEW),
    CLUSTER_COMPARE(CLUSTER, CLUSTER_VIEW),
    MIGRATION_PLAN(CLUSTER, CLUSTER_VIEW),
    MIGRATION_RUN(CLUSTER, MIGRATION_PLAN),
    MIGRATION_CUT_OVER(CLUSTER, MIGRATION_RUN),
    SNAPSHOT_TAKE(CLUSTER, CLUSTER_VIEW),
    SNAPSHOT_RESTORE(CLUSTER, CLUSTER_VIEW),
    SCHEDULE_VIEW(CLUSTER, CLUSTER_VIEW),
    SCHEDULE_EDIT(CLUSTER, SCHEDULE_VIEW),
    ALERT_VIEW(CLUSTER, CLUSTER_VIEW),
    ALERT_EDIT(CLUSTER, ALERT_VIEW),
    OPERATION_VIEW(CLUSTER, CLUSTER_VIEW),
    OPERATION_CONTROL(CLUSTER, OPERATION_VIEW),
    EVENT_VIEW(CLUSTER, CLUSTER_VIEW),
    AUDIT_VIEW(PLATFORM),
    AUDIT_EXPORT(PLATFORM, AUDIT_VIEW),
    LIMIT_VIEW(PLATFORM),
    LIMIT_EDIT(PLATFORM, LIMIT_VIEW),
    API_KEY_MANAGE(PLATFORM),
    ROLE_MANAGE(PLATFORM),
    USER_MANAGE(PLATFORM);

    /** What a permission is about. */
    public enum Resource {
        /** Atoll itself, whatever the cluster. */
        PLATFORM,
        CLUSTER,
        TOPIC,
        GROUP,
        QUEUE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Resource of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    private final Resource resource;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<Permission> implied;

    Permission(Resource resource, Permission... implied) {
        this.resource = resource;
        this.implied = Set.of(implied);
    }

    public Resource resource() {
        return resource;
    }

    /** Those given and whatever they imply: who may change a topic may look at it. */
    public static Set<Permission> withImplied(Collection<Permission> given) {
        var all = EnumSet.noneOf(Permission.class);
        given.forEach(p -> p.addTo(all));
        return all;
    }

    private void addTo(Set<Permission> all) {
        if (all.add(this)) {
            implied.forEach(p -> p.addTo(all));
        }
    }
}
