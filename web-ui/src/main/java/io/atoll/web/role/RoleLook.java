package io.atoll.web.role;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RoleView;
import java.util.List;

/** A role with its permissions by what they are about. */
public record RoleLook(RoleView role, List<PermissionPart> parts) {

    static RoleLook of(RoleView role) {
        return new RoleLook(role, PermissionPart.all(role.permissions()));
    }

    public String share() {
        return role.permissions().size() + " of " + Permission.values().length;
    }
}
