package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Permission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Permissions as rows name them. A name that this version does not know gives nothing. */
public final class StoredPermissions {
    private static final Set<String> KNOWN =
            Stream.of(Permission.values()).map(Permission::name).collect(Collectors.toSet());

    public static Set<Permission> of(Stream<String> names) {
        return Permission.withImplied(
                names.filter(KNOWN::contains).map(Permission::valueOf).toList());
    }

    private StoredPermissions() {}
}
