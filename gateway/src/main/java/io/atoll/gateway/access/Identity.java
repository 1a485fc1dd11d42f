package io.atoll.gateway.access;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A caller whose credential was checked.
 *
 * @param kind what stands in the claim {@code kind} of internal tokens
 * @param signIn the sign-in that the credential belongs to; ending it ends the credential
 * @param grants as they are now, not as they were when the credential was made
 */
public record Identity(String subject, String kind, UUID signIn, List<Grant> grants) {

    public static final String USER = "user";

    public Identity {
        grants = List.copyOf(grants);
    }

    public boolean may(Permission permission, ClusterScope scope) {
        return grants.stream()
                .anyMatch(g -> g.role().permissions().contains(permission) && g.covers(scope));
    }

    public boolean mayAnywhere(Permission permission) {
        return grants.stream().anyMatch(g -> g.role().permissions().contains(permission));
    }

    public boolean mayEverywhere(Permission permission) {
        return grants.stream()
                .anyMatch(g -> g.isEverywhere() && g.role().permissions().contains(permission));
    }

    public SortedSet<Permission> permissions() {
        var all = new TreeSet<Permission>();
        grants.forEach(g -> all.addAll(g.role().permissions()));
        return all;
    }
}
