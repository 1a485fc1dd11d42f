package io.atoll.gateway.user;

import io.atoll.contracts.access.Grant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes rows of users and grants. Every method tells how many rows it changed. */
@ApplicationScoped
class UserStore {

    /** Locks the whole table against other changes, so that the last admin is found reliably. */
    private static final String LOCK = "lock table users in share row exclusive mode";

    private static final String ADMINS =
            """
            select count(*) as n from users u where not u.disabled and exists (
              select 1 from grants g where g.user_name = u.name and g.role = 'admin'
                and g.environment is null and g.tag is null and g.cluster is null)
            """;

    private final Clock clock;

    UserStore(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> lock(SqlClient tx) {
        return tx.query(LOCK).execute().replaceWithVoid();
    }

    /** Enabled users who are admin everywhere. */
    Uni<Long> admins(SqlClient tx) {
        return tx.query(ADMINS).execute().map(rows -> rows.iterator().next().getLong("n"));
    }

    Uni<Integer> insert(SqlClient tx, String name, String passwordHash) {
        return change(
                tx,
                """
                insert into users (name, password_hash, created_at) values ($1, $2, $3)
                on conflict do nothing
                """,
                Tuple.of(name, passwordHash, now()));
    }

    Uni<Integer> setDisabled(SqlClient tx, String name, boolean disabled) {
        return change(
                tx,
                """
                update users set disabled = $2, epoch = epoch + case when $2 then 1 else 0 end
                where name = $1
                """,
                Tuple.of(name, disabled));
    }

    Uni<Integer> setPassword(SqlClient tx, String name, String passwordHash) {
        return change(
                tx,
                "update users set password_hash = $2, epoch = epoch + 1 where name = $1",
                Tuple.of(name, passwordHash));
    }

    Uni<Integer> delete(SqlClient tx, String name) {
        return change(tx, "delete from users where name = $1", Tuple.of(name));
    }

    Uni<Integer> insertGrant(SqlClient tx, String name, UUID id, Grant grant) {
        return change(
                tx,
                """
                insert into grants (id, user_name, role, environment, tag, cluster, created_at)
                values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
                """,
                Tuple.from(
                        new Object[] {
                            id,
                            name,
                            grant.role().wire(),
                            grant.environment(),
                            grant.tag(),
                            grant.cluster(),
                            now()
                        }));
    }

    Uni<Integer> deleteGrant(SqlClient tx, String name, UUID id) {
        return change(
                tx, "delete from grants where user_name = $1 and id = $2", Tuple.of(name, id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<Integer> change(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }
}
