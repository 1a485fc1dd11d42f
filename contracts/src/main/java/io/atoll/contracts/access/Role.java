package io.atoll.contracts.access;

import static io.atoll.contracts.access.Permission.*;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The built-in roles: each a set of permissions, each containing the one before it. */
public enum Role {
    VIEWER(EnumSet.of(CLUSTER_VIEW, TEMPLATE_VIEW, TOPIC_VIEW, EVENT_VIEW)),
    DEVELOPER(
            EnumSet.of(
                    CLUSTER_VIEW,
                    TEMPLATE_VIEW,
                    TOPIC_VIEW,
                    EVENT_VIEW,
                    NODE_LOGS_VIEW,
                    TOPIC_CREATE,
                    MESSAGE_PRODUCE,
                    MESSAGE_CONSUME)),
    OPERATOR(EnumSet.complementOf(EnumSet.of(USER_MANAGE))),
    ADMIN(EnumSet.allOf(Permission.class));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
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
