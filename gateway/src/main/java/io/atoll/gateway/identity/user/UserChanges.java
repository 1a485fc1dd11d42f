package io.atoll.gateway.identity.user;

import io.atoll.gateway.rights.grant.AdminGuard;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Changes of users, each in one transaction that leaves an admin behind and is in the audit. */
@ApplicationScoped
class UserChanges {
    private final AdminGuard guard;
    private final UserQueries queries;

    UserChanges(AdminGuard guard, UserQueries queries) {
        this.guard = guard;
        this.queries = queries;
    }

    <T> Uni<T> run(String action, String name, Function<SqlConnection, Uni<T>> step) {
        return guard.audited(action, "user " + name, tx -> queries.find(tx, name), step);
    }

    /** Fails with 404 where the step changed nothing: there is no such user. */
    Uni<Void> one(String action, String name, Function<SqlConnection, Uni<Integer>> step) {
        return run(action, name, step)
                .chain(n -> n == 0 ? this.<Void>none(name) : Uni.createFrom().voidItem());
    }

    <T> Uni<T> none(String name) {
        return queries.names()
                .map(known -> NearNames.of(name, known))
                .chain(near -> Uni.createFrom().failure(new NotFound("user", name, near)));
    }
}
