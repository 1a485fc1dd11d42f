package io.atoll.gateway.event;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.gateway.identity.access.Identity;
import java.util.Collection;
import java.util.Set;

/**
 * Which events go to a reader: what it asked for, of what it may see.
 *
 * @param clusters empty: all
 * @param types empty: all
 */
record EventFilter(Set<String> clusters, Set<String> types, Identity reader) {
    private static final String ABOUT_USERS = "user.";
    private static final String ABOUT_TEMPLATES = "template.";

    EventFilter {
        clusters = Set.copyOf(clusters);
        types = Set.copyOf(types);
    }

    static EventFilter of(Collection<String> clusters, Collection<String> types, Identity reader) {
        return new EventFilter(Set.copyOf(clusters), Set.copyOf(types), reader);
    }

    EventFilter readBy(Identity other) {
        return new EventFilter(clusters, types, other);
    }

    boolean passes(LoggedEvent event) {
        return isAskedFor(event) && isVisible(event);
    }

    private boolean isAskedFor(LoggedEvent event) {
        boolean cluster =
                clusters.isEmpty()
                        || event.scope().filter(s -> clusters.contains(s.id())).isPresent();
        return cluster && (types.isEmpty() || types.contains(event.type()));
    }

    /**
     * An event tells no more than its reader could look at: of the topics of a cluster those that
     * it may see, of templates what it may see of them. Events about users are for who manages
     * users, and for the user itself.
     */
    private boolean isVisible(LoggedEvent event) {
        if (event.scope().isPresent()) {
            return isVisible(event, event.scope().get());
        }
        if (event.type().startsWith(ABOUT_TEMPLATES)
                && !reader.mayAnywhere(Permission.TEMPLATE_VIEW)) {
            return false;
        }
        if (event.type().startsWith(ABOUT_USERS)) {
            return event.subject().equals(reader.subject())
                    || reader.mayEverywhere(Permission.USER_MANAGE);
        }
        return reader.mayAnywhere(Permission.EVENT_VIEW);
    }

    private boolean isVisible(LoggedEvent event, ClusterScope scope) {
        return reader.may(Permission.EVENT_VIEW, scope)
                && (event.topic().isEmpty()
                        || reader.rights().may(Permission.TOPIC_VIEW, scope, event.topic()));
    }
}
