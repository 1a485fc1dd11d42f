package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows of grants. */
@ApplicationScoped
public class GrantStore {
    private static final String INSERT =
            """
            insert into grants (id, user_name, group_name, role, environment, tag, cluster, resource,
              pattern, expires_at, elevation_minutes, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing
            """;

    private static final String DELETE =
            """
            delete from grants where id = $1 and user_name is not distinct from $2
              and group_name is not distinct from $3
            """;

    private final Clock clock;

    GrantStore(Clock clock) {
        this.clock = clock;
    }

    /** Fails with a conflict where the holder has the same grant already. */
    public Uni<GrantView> insert(SqlClient tx, GrantHolder holder, GrantRequest grant) {
        UUID id = UUID.randomUUID();
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(row(id, holder, grant)))
                .invoke(rows -> holder.requireNewGrant(rows.rowCount()))
                .replaceWith(view(id, grant));
    }

    public Uni<Void> insertAll(SqlClient tx, GrantHolder holder, List<GrantRequest> grants) {
        return Multi.createFrom()
                .iterable(grants)
                .onItem()
                .transformToUniAndConcatenate(g -> insert(tx, holder, g))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Fails with 404 where the holder has no such grant. */
    public Uni<Void> delete(SqlClient tx, GrantHolder holder, String grantId) {
        return tx.preparedQuery(DELETE)
                .execute(Tuple.of(GrantRules.id(grantId), user(holder), group(holder)))
                .invoke(rows -> GrantHolder.requireFound(grantId, rows.rowCount()))
                .replaceWithVoid();
    }

    private Object[] row(UUID id, GrantHolder holder, GrantRequest grant) {
        NamePattern names = grant.names();
        Instant expires = grant.expiresAt();
        return new Object[] {
            id,
            user(holder),
            group(holder),
            grant.role(),
            grant.environment(),
            grant.tag(),
            grant.cluster(),
            names == null ? null : names.resource().wire(),
            names == null ? null : names.pattern(),
            expires == null ? null : expires.atOffset(ZoneOffset.UTC),
            grant.elevationMinutes(),
            clock.instant().atOffset(ZoneOffset.UTC)
        };
    }

    private static GrantView view(UUID id, GrantRequest grant) {
        return new GrantView(
                id.toString(),
                grant.role(),
                grant.environment(),
                grant.tag(),
                grant.cluster(),
                grant.names(),
                grant.expiresAt(),
                grant.elevationMinutes());
    }

    private static @Nullable String user(GrantHolder holder) {
        return holder instanceof GrantHolder.User(String name) ? name : null;
    }

    private static @Nullable String group(GrantHolder holder) {
        return holder instanceof GrantHolder.Group(String name) ? name : null;
    }
}
