package io.atoll.gateway.rights.explain;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RightsView;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.door.proxy.ClusterLookup;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.user.UserQueries;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.gateway.rights.grant.HeldQueries;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a user holds and the cluster in question. */
@ApplicationScoped
class RightsQueries {
    private final UserQueries users;
    private final HeldQueries held;
    private final ClusterLookup clusters;
    private final Ceiling ceiling;
    private final Clock clock;

    RightsQueries(
            UserQueries users,
            HeldQueries held,
            ClusterLookup clusters,
            Ceiling ceiling,
            Clock clock) {
        this.users = users;
        this.held = held;
        this.clusters = clusters;
        this.ceiling = ceiling;
        this.clock = clock;
    }

    Uni<RightsView> rights(
            Identity caller, String user, @Nullable String cluster, @Nullable String resource) {
        ceiling.require(Permission.USER_MANAGE);
        if (resource != null && cluster == null) {
            throw new Invalid(List.of(new FieldError("?cluster", "is needed with resource")));
        }
        return users.account(user)
                .map(found -> found.orElseThrow(() -> new NotFound("user", user, List.of())))
                .chain(
                        account ->
                                scope(caller, cluster)
                                        .chain(scope -> view(account, scope, resource)));
    }

    private Uni<RightsView> view(
            UserQueries.Account user, Optional<ClusterScope> scope, @Nullable String resource) {
        return held.ofUser(user.name())
                .map(
                        all ->
                                new RightsView(
                                        user.name(),
                                        user.disabled(),
                                        scope.map(ClusterScope::id).orElse(null),
                                        resource,
                                        RightsExplainer.explain(
                                                all, scope, resource, clock.instant())));
    }

    private Uni<Optional<ClusterScope>> scope(Identity caller, @Nullable String cluster) {
        return cluster == null
                ? Uni.createFrom().item(Optional.empty())
                : clusters.find(caller, cluster).map(Optional::of);
    }
}
