package io.atoll.kit.access;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, proven.
 *
 * @param subject name of the user or the key
 * @param kind {@code user}, {@code key} or {@code system}
 * @param trace id of the request
 * @param attempt the gateway's entry in the audit that tells of this request, absent where there is
 *     none
 */
public record Caller(
        String subject, String kind, List<Grant> grants, String trace, @Nullable UUID attempt) {

    /**
     * On a request of the gateway to a service: see {@link #attempt}. The gateway lets no such
     * header of a caller through.
     */
    public static final String ATTEMPT_HEADER = "X-Atoll-Attempt";

    public Caller {
        grants = List.copyOf(grants);
    }

    /** For work that nobody asked for. */
    public static Caller system(String name, String trace) {
        return new Caller(name, "system", List.of(Grant.everywhere(Role.ADMIN)), trace, null);
    }

    /** As the audit tells of it. */
    public AuditChange.Actor actor() {
        return new AuditChange.Actor(subject, kind, trace, attempt);
    }

    public Rights rights() {
        return new Rights(grants);
    }

    /** See {@link Rights#may(Permission, ClusterScope)}. */
    public boolean may(Permission permission, ClusterScope scope) {
        return rights().may(permission, scope);
    }

    /** On the topic, group or queue of this name. */
    public boolean mayOn(Permission permission, ClusterScope scope, String name) {
        return rights().may(permission, scope, name);
    }

    /** On some cluster at least. */
    public boolean mayAnywhere(Permission permission) {
        return rights().mayAnywhere(permission);
    }

    /** On all clusters, those to come included. */
    public boolean mayEverywhere(Permission permission) {
        return rights().mayEverywhere(permission);
    }

    /** Throws 404 for a cluster that the caller may not see, 403 for one that it may. */
    public void require(Permission permission, ClusterScope scope) {
        requireSight(scope);
        if (!may(permission, scope)) {
            throw refused(permission, "cluster '" + scope.id() + "'");
        }
    }

    /** As {@link #require}, where what is answered is held against each name. */
    public void requireSome(Permission permission, ClusterScope scope) {
        requireSight(scope);
        if (!rights().maySome(permission, scope)) {
            throw refused(permission, "cluster '" + scope.id() + "'");
        }
    }

    /**
     * On the topic, group or queue of this name. Throws 404 where the caller may not see it, as for
     * one that is not there; nobody has looked whether it is.
     *
     * @param sight what makes a name of this kind visible
     */
    public void requireOn(
            Permission permission, Permission sight, ClusterScope scope, String name) {
        requireSight(scope);
        if (mayOn(permission, scope, name)) {
            return;
        }
        if (!mayOn(sight, scope, name)) {
            throw NotFound.orHidden(true, permission.resource().wire(), name, List.of());
        }
        throw refused(permission, permission.resource().wire() + " '" + name + "'");
    }

    private void requireSight(ClusterScope scope) {
        if (!may(Permission.CLUSTER_VIEW, scope)) {
            throw NotFound.orHidden(true, "cluster", scope.id(), List.of());
        }
    }

    private static Forbidden refused(Permission permission, String what) {
        return new Forbidden("You may not do this to " + what + ": it needs " + permission + ".");
    }
}
