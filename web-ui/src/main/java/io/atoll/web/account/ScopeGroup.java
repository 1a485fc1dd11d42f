package io.atoll.web.account;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.signin.MeView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions about one kind of thing that a key can have: those that its owner has. */
public record ScopeGroup(String title, List<Scope> scopes) {

    /** Keys never have these; the API refuses them. */
    private static final Set<Permission> NEVER =
            EnumSet.of(Permission.USER_MANAGE, Permission.ROLE_MANAGE, Permission.API_KEY_MANAGE);

    /** A permission, and in small letters. */
    public record Scope(String name, String words) {}

    static List<ScopeGroup> of(@Nullable MeView me) {
        Set<Permission> held = me == null ? Set.of() : me.permissions();
        var groups = new ArrayList<ScopeGroup>();
        for (Permission.Resource resource : Permission.Resource.values()) {
            List<Scope> scopes =
                    held.stream()
                            .filter(p -> p.resource() == resource && !NEVER.contains(p))
                            .sorted()
                            .map(p -> new Scope(p.name(), words(p)))
                            .toList();
            if (!scopes.isEmpty()) {
                groups.add(new ScopeGroup(title(resource), scopes));
            }
        }
        return groups;
    }

    private static String words(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String title(Permission.Resource resource) {
        return switch (resource) {
            case PLATFORM -> "Atoll";
            case CLUSTER -> "Clusters";
            case TOPIC -> "Topics";
            case GROUP -> "Consumer groups";
            case QUEUE -> "Queues and jobs";
        };
    }
}
