package io.atoll.web.role;

import io.atoll.contracts.access.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A permission as a role has it or could have it.
 *
 * @param by others of the role that imply it
 */
public record PermissionChoice(Permission permission, boolean given, List<Permission> by) {

    static PermissionChoice of(Permission permission, Set<Permission> given) {
        List<Permission> by = given.stream().filter(p -> implies(p, permission)).sorted().toList();
        return new PermissionChoice(permission, given.contains(permission), by);
    }

    public String words() {
        return PermissionWords.of(permission);
    }

    /** Names of those that it implies, separated by blanks. */
    public String implies() {
        return Permission.withImplied(List.of(permission)).stream()
                .filter(p -> p != permission)
                .map(Permission::name)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    public boolean implied() {
        return !by.isEmpty();
    }

    /** Which imply it, in words; the first of them where there are many. */
    public String because() {
        String first =
                by.stream().limit(3).map(PermissionWords::of).collect(Collectors.joining(", "));
        return by.size() > 3 ? first + " and " + (by.size() - 3) + " more" : first;
    }

    private static boolean implies(Permission one, Permission other) {
        return one != other && Permission.withImplied(List.of(one)).contains(other);
    }
}
