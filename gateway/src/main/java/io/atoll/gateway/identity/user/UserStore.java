package io.atoll.gateway.identity.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes rows of users. Every method tells how many rows it changed. */
@ApplicationScoped
public class UserStore {
    private final Clock clock;

    UserStore(Clock clock) {
        this.clock = clock;
    }

    public Uni<Integer> insert(
            SqlClient tx, String name, @Nullable String passwordHash, boolean mustChange) {
        return change(
                tx,
                """
                insert into users (name, password_hash, created_at, must_change_password)
                values ($1, $2, $3, $4)
                on conflict do nothing
                """,
                Tuple.of(name, passwordHash, now(), mustChange));
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

    Uni<Integer> setPassword(SqlClient tx, String name, String passwordHash, boolean mustChange) {
        return change(
                tx,
                """
                update users set password_hash = $2, epoch = epoch + 1, must_change_password = $3
                where name = $1
                """,
                Tuple.of(name, passwordHash, mustChange));
    }

    Uni<Integer> delete(SqlClient tx, String name) {
        return change(tx, "delete from users where name = $1", Tuple.of(name));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<Integer> change(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }
}
