package io.atoll.contracts.grant;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.Audited;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param builtIn part of Atoll: cannot be changed
 * @param permissions with what they imply
 */
public record RoleView(
        String name, boolean builtIn, @Nullable String description, Set<Permission> permissions)
        implements Audited {

    public RoleView {
        permissions = Permission.withImplied(permissions);
    }
}
