package io.atoll.contracts.access;

import static io.atoll.contracts.access.Permission.*;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The built-in roles: each a set of permissions, each containing the one before it. */
public enum Role {
    VIEWER(
            Set.of(),
            CLUSTER_VIEW,
            TEMPLATE_VIEW,
            TOPIC_VIEW,
            TOPIC_ANALYSIS_VIEW,
            GROUP_VIEW,
            QUEUE_VIEW,
            SCHEMA_VIEW,
            CONNECTOR_VIEW,
            BROKER_CONFIG_VIEW,
            LOG_DIR_VIEW,
            METRIC_VIEW,
            SCHEDULE_VIEW,
            ALERT_VIEW,
            OPERATION_VIEW,
            CLUSTER_COMPARE,
            EVENT_VIEW),
    DEVELOPER(
            VIEWER.permissions,
            NODE_LOGS_VIEW,
            TOPIC_CREATE,
            TOPIC_ANALYSIS_RUN,
            MESSAGE_PRODUCE,
            MESSAGE_CONSUME,
            MESSAGE_EXPORT,
            GROUP_RESET,
            JOB_VIEW,
            JOB_ADD,
            JOB_RETRY,
            SCHEMA_CREATE,
            MIGRATION_PLAN),
    OPERATOR(
            EnumSet.complementOf(
                    EnumSet.of(
                            USER_MANAGE,
                            ROLE_MANAGE,
                            API_KEY_MANAGE,
                            LIMIT_EDIT,
                            AUDIT_VIEW,
                            AUDIT_EXPORT))),
    ADMIN(EnumSet.allOf(Permission.class));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<Permission> permissions;

    Role(Set<Permission> before, Permission... more) {
        var all = new HashSet<>(before);
        all.addAll(Arrays.asList(more));
        this.permissions = Set.copyOf(Permission.withImplied(all));
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Role of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
