package io.atoll.web.rights;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.RightsView;
import io.atoll.contracts.grant.RightsView.Because;
import io.atoll.contracts.grant.RoleView;
import io.atoll.web.grant.GrantLook;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comes near a permission that is not given.
 *
 * @param elsewhere grants that give it on other clusters or for other names
 * @param idle grants that would give it, were they not over or waiting to be asked for
 */
public record RightsHints(List<Because> elsewhere, List<GrantLook> idle) {

    static final RightsHints NONE = new RightsHints(List.of(), List.of());

    /**
     * @param anywhere what the user has on any cluster
     * @param held its grants and those of its groups
     */
    static RightsHints of(
            Permission permission,
            RightsView anywhere,
            List<GrantView> held,
            List<RoleView> roles,
            Instant now) {
        return new RightsHints(
                anywhere.permissions().stream()
                        .filter(h -> h.permission() == permission)
                        .flatMap(h -> h.because().stream())
                        .toList(),
                idle(held, giving(permission, roles), inEffect(anywhere), now));
    }

    private static List<GrantLook> idle(
            List<GrantView> held, Set<String> giving, Set<String> inEffect, Instant now) {
        return GrantLook.of(held, now).stream()
                .filter(g -> giving.contains(g.grant().role()))
                .filter(g -> !inEffect.contains(g.grant().id()))
                .toList();
    }

    private static Set<String> giving(Permission permission, List<RoleView> roles) {
        return roles.stream()
                .filter(r -> r.permissions().contains(permission))
                .map(RoleView::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> inEffect(RightsView anywhere) {
        return anywhere.permissions().stream()
                .flatMap(h -> h.because().stream())
                .map(Because::grant)
                .collect(Collectors.toSet());
    }
}
