package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.grant.AccessPlan.Change;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.gateway.rights.grant.GrantHolder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that an import does. */
sealed interface Step {

    record MakeRole(RoleRequest role) implements Step {}

    record ChangeRole(RoleRequest role) implements Step {}

    record MakeUser(String name) implements Step {}

    record MakeGroup(String name, @Nullable String description) implements Step {}

    record DescribeGroup(String name, @Nullable String description) implements Step {}

    record AddMember(String group, String user) implements Step {}

    record Give(GrantHolder holder, GrantRequest grant) implements Step {}

    default Change change() {
        return switch (this) {
            case MakeRole(RoleRequest role) -> new Change("role", "create", name(role), "");
            case ChangeRole(RoleRequest role) -> new Change("role", "update", name(role), "");
            case MakeUser(String name) -> new Change("user", "create", name, "");
            case MakeGroup(String name, _) -> new Change("group", "create", name, "");
            case DescribeGroup(String name, _) -> new Change("group", "update", name, "");
            case AddMember(String group, String user) -> new Change("member", "add", group, user);
            case Give(GrantHolder holder, GrantRequest grant) ->
                    new Change("grant", "add", holder.name(), words(grant));
        };
    }

    static String name(RoleRequest role) {
        return Objects.requireNonNull(role.name());
    }

    private static String words(GrantRequest grant) {
        var words = new StringBuilder(grant.role());
        if (grant.environment() != null) {
            words.append(" on environment ").append(grant.environment());
        } else if (grant.tag() != null) {
            words.append(" on tag ").append(grant.tag());
        } else if (grant.cluster() != null) {
            words.append(" on cluster ").append(grant.cluster());
        }
        NamePattern names = grant.names();
        if (names != null) {
            words.append(", ").append(names.resource().wire()).append("s ").append(names.pattern());
        }
        return words.toString();
    }
}
