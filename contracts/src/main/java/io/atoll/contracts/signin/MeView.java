package io.atoll.contracts.signin;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import java.util.List;
import java.util.Set;

/**
 * Who the caller is and what it may do: the answer of {@code GET /api/v1/auth/me}.
 *
 * @param name of the user, or of the owner of the key
 * @param kind {@code user} or {@code key}
 * @param mustChangePassword nothing else is let in until it is changed
 * @param permissions what the grants give on at least one cluster
 */
public record MeView(
        String name,
        String kind,
        List<Grant> grants,
        Set<Permission> permissions,
        boolean mustChangePassword) {

    public MeView {
        grants = List.copyOf(grants);
        permissions = Set.copyOf(permissions);
    }
}
