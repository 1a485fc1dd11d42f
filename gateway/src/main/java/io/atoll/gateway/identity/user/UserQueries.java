package io.atoll.gateway.identity.user;

import io.atoll.contracts.user.UserView;
import io.atoll.gateway.rights.grant.GrantRows;
import io.atoll.kit.validation.PageParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads users. */
@ApplicationScoped
public class UserQueries {
    private static final String SELECT =
            """
            select u.name, u.disabled, u.must_change_password, u.created_at, u.last_sign_in_at,
              array(select m.group_name from group_members m where m.user_name = u.name order by 1)
              as groups, %s from users u
            """
                    .formatted(GrantRows.OF_USER);

    private final Pool pool;

    /**
     * What a sign-in needs to know.
     *
     * @param passwordHash none for a user of a provider
     */
    public record Account(
            String name, @Nullable String passwordHash, boolean disabled, long epoch) {
        Optional<String> hash() {
            return Optional.ofNullable(passwordHash);
        }
    }

    UserQueries(Pool pool) {
        this.pool = pool;
    }

    /** By name, and one more where there is another page. */
    Uni<List<UserView>> page(PageParameters page) {
        return pool.preparedQuery(SELECT + " where u.name > $1 order by u.name limit $2")
                .execute(Tuple.of(page.pageToken(), page.rows()))
                .map(rows -> stream(rows).map(UserQueries::view).toList());
    }

    Uni<List<String>> names() {
        return pool.preparedQuery("select name from users order by name limit 1000")
                .execute()
                .map(rows -> stream(rows).map(r -> r.getString("name")).toList());
    }

    Uni<Optional<UserView>> find(String name) {
        return find(pool, name);
    }

    public Uni<Optional<UserView>> find(SqlClient client, String name) {
        return client.preparedQuery(SELECT + " where u.name = $1")
                .execute(Tuple.of(name))
                .map(rows -> stream(rows).map(UserQueries::view).findFirst());
    }

    public Uni<Optional<Account>> account(String name) {
        return pool.preparedQuery(
                        "select name, password_hash, disabled, epoch from users where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> stream(rows).map(UserQueries::account).findFirst());
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Account account(Row row) {
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("disabled"),
                row.getLong("epoch"));
    }

    private static UserView view(Row row) {
        return new UserView(
                row.getString("name"),
                row.getBoolean("disabled"),
                row.getBoolean("must_change_password"),
                GrantRows.views(row.get(JsonArray.class, "grants")),
                List.of(row.getArrayOfStrings("groups")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("last_sign_in_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
