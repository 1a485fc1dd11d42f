package io.atoll.web.role;

import io.atoll.contracts.access.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The permissions about one kind of resource, as a role has them or could have them. */
public record PermissionPart(Permission.Resource resource, List<PermissionChoice> choices) {

    static List<PermissionPart> all(Set<Permission> given) {
        return Arrays.stream(Permission.Resource.values()).map(r -> of(r, given)).toList();
    }

    private static PermissionPart of(Permission.Resource resource, Set<Permission> given) {
        return new PermissionPart(
                resource,
                Arrays.stream(Permission.values())
                        .filter(p -> p.resource() == resource)
                        .map(p -> PermissionChoice.of(p, given))
                        .toList());
    }

    public String title() {
        return PermissionWords.title(resource);
    }

    public List<PermissionChoice> held() {
        return choices.stream().filter(PermissionChoice::given).toList();
    }

    /** How many of how many. */
    public String share() {
        return held().size() + " of " + choices.size();
    }
}
