package io.atoll.gateway.rate.quota;

import io.atoll.contracts.audit.Audited;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Changes of limits, each in one transaction with what the audit tells of it. */
@ApplicationScoped
class LimitChanges {
    private final Pool pool;
    private final AuditTrail trail;
    private final LimitQueries queries;
    private final LimitViews views;

    LimitChanges(Pool pool, AuditTrail trail, LimitQueries queries, LimitViews views) {
        this.pool = pool;
        this.trail = trail;
        this.queries = queries;
        this.views = views;
    }

    <T> Uni<T> run(String action, LimitClass limitClass, Function<SqlConnection, Uni<T>> step) {
        return run(
                action,
                "limit " + limitClass.wire(),
                rules -> Optional.of(views.of(limitClass, rules)),
                step);
    }

    <T> Uni<T> run(
            String action,
            LimitClass limitClass,
            Tenant tenant,
            Function<SqlConnection, Uni<T>> step) {
        return run(
                action,
                "limit %s of %s %s".formatted(limitClass.wire(), tenant.kind(), tenant.subject()),
                rules -> views.find(limitClass, tenant, rules),
                step);
    }

    private <T, A extends Audited> Uni<T> run(
            String action,
            String resource,
            Function<LimitRules, Optional<A>> state,
            Function<SqlConnection, Uni<T>> step) {
        Function<SqlClient, Uni<Optional<A>>> read = tx -> queries.load(tx).map(state);
        return pool.withTransaction(trail.around(action, resource, read, step));
    }
}
