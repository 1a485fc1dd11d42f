package io.atoll.gateway.identity.oidc;

import io.atoll.contracts.access.Role;
import io.atoll.gateway.identity.provider.OidcConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the groups of a provider mean here. A group that is not mapped means nothing. */
record GroupMapping(Map<String, Set<String>> groups, Map<String, Set<Role>> roles) {

    GroupMapping {
        groups = Map.copyOf(groups);
        roles = Map.copyOf(roles);
    }

    static GroupMapping of(OidcConfig config) {
        return of(config.groups().orElse(""), config.roles().orElse(""));
    }

    /**
     * Both are lists of pairs: {@code theirs=ours, theirs=ours}. The last '=' of a pair counts, for
     * groups such as {@code cn=admins}.
     */
    static GroupMapping of(String groups, String roles) {
        var ours = new HashMap<String, Set<Role>>();
        pairs(roles)
                .forEach(
                        (theirs, names) ->
                                names.forEach(
                                        name ->
                                                ours.computeIfAbsent(theirs, _ -> new HashSet<>())
                                                        .add(role(name))));
        return new GroupMapping(pairs(groups), ours);
    }

    Set<String> groupsOf(Collection<String> theirs) {
        var all = new TreeSet<String>();
        theirs.forEach(t -> all.addAll(groups.getOrDefault(t, Set.of())));
        return all;
    }

    Set<Role> rolesOf(Collection<String> theirs) {
        var all = new TreeSet<Role>();
        theirs.forEach(t -> all.addAll(roles.getOrDefault(t, Set.of())));
        return all;
    }

    private static Map<String, Set<String>> pairs(String text) {
        var pairs = new HashMap<String, Set<String>>();
        for (String pair : text.split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int at = pair.lastIndexOf('=');
            if (at < 1 || pair.substring(0, at).isBlank() || pair.substring(at + 1).isBlank()) {
                throw new IllegalArgumentException("'" + pair.strip() + "' is not theirs=ours");
            }
            pairs.computeIfAbsent(pair.substring(0, at).strip(), _ -> new HashSet<>())
                    .add(pair.substring(at + 1).strip());
        }
        return pairs;
    }

    private static Role role(String name) {
        try {
            return Role.of(name);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("there is no role '" + name + "'");
        }
    }
}
