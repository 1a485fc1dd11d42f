package io.atoll.gateway.rights.grant;

import io.atoll.contracts.audit.Audited;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.kit.refusal.Conflict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Changes that leave an enabled user who is admin everywhere, for good and at once. */
@ApplicationScoped
public class AdminGuard {

    /** Locks the whole table against other changes, so that the last admin is found reliably. */
    private static final String LOCK = "lock table users in share row exclusive mode";

    /** Users of a provider do not count: it may be away, and their rights follow it. */
    private static final String ADMINS =
            """
            select exists (select 1 from users u join held_grants h on h.holder = u.name
              where not u.disabled and u.password_hash is not null and h.role = 'admin' and h.environment is null and h.tag is null
                and h.cluster is null and h.resource is null and h.expires_at is null
                and h.elevation_minutes is null) as any
            """;

    private final Pool pool;
    private final AuditTrail trail;

    AdminGuard(Pool pool, AuditTrail trail) {
        this.trail = trail;
        this.pool = pool;
    }

    /** Runs the step in a transaction; undoes it where no admin would be left. */
    public <T> Uni<T> guarded(Function<SqlConnection, Uni<T>> step) {
        return pool.withTransaction(
                tx ->
                        tx.query(LOCK)
                                .execute()
                                .chain(() -> step.apply(tx))
                                .call(() -> requireAdmin(tx)));
    }

    /** The same, told to the audit: see {@link AuditTrail#around}. */
    public <T, A extends Audited> Uni<T> audited(
            String action,
            String resource,
            Function<SqlClient, Uni<Optional<A>>> state,
            Function<SqlConnection, Uni<T>> step) {
        return guarded(trail.around(action, resource, state, step));
    }

    private static Uni<Void> requireAdmin(SqlConnection tx) {
        return tx.query(ADMINS)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("any"))
                .invoke(AdminGuard::refuseNone)
                .replaceWithVoid();
    }

    private static void refuseNone(boolean any) {
        if (!any) {
            throw new Conflict(
                    "This would leave no enabled user with a password who is admin everywhere."
                            + " Make another one first.");
        }
    }
}
