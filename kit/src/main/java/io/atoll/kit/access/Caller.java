package io.atoll.kit.access;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.kit.problem.Forbidden;
import io.atoll.kit.problem.NotFound;
import java.util.List;

/**
 * Who calls, proven.
 *
 * @param subject name of the user or the key
 * @param kind {@code user}, {@code key} or {@code system}
 * @param trace id of the request
 */
public record Caller(String subject, String kind, List<Grant> grants, String trace) {

    public Caller {
        grants = List.copyOf(grants);
    }

    /** For work that nobody asked for. */
    public static Caller system(String name, String trace) {
        return new Caller(name, "system", List.of(Grant.everywhere(Role.ADMIN)), trace);
    }

    public boolean may(Permission permission, ClusterScope scope) {
        return grants.stream()
                .anyMatch(
                        grant ->
                                grant.role().permissions().contains(permission)
                                        && grant.covers(scope));
    }

    /** On some cluster at least. */
    public boolean mayAnywhere(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.role().permissions().contains(permission));
    }

    /** On all clusters, those to come included. */
    public boolean mayEverywhere(Permission permission) {
        return grants.stream()
                .anyMatch(
                        grant ->
                                grant.isEverywhere()
                                        && grant.role().permissions().contains(permission));
    }

    /** Throws 404 for a cluster that the caller may not see, 403 for one that it may. */
    public void require(Permission permission, ClusterScope scope) {
        if (!may(Permission.CLUSTER_VIEW, scope)) {
            throw new NotFound("cluster", scope.id(), List.of());
        }
        if (!may(permission, scope)) {
            throw new Forbidden(
                    "You may not do this to cluster '"
                            + scope.id()
                            + "': it needs "
                            + permission
                            + ".");
        }
    }
}
