package io.atoll.gateway.rights.group;

import io.atoll.contracts.grant.UserGroupView;
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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of groups and members. Writes tell how many rows they changed. */
@ApplicationScoped
public class UserGroupStore {
    private static final String SELECT =
            """
            select u.name, u.description, array(select m.user_name from group_members m
              where m.group_name = u.name order by 1 limit 10000) as members, %s
            from user_groups u
            """
                    .formatted(GrantRows.OF_GROUP);

    private final Pool pool;
    private final Clock clock;

    UserGroupStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** By name, and one more where there is another page. */
    Uni<List<UserGroupView>> page(PageParameters page) {
        return pool.preparedQuery(SELECT + " where u.name > $1 order by u.name limit $2")
                .execute(Tuple.of(page.pageToken(), page.rows()))
                .map(rows -> stream(rows).map(UserGroupStore::view).toList());
    }

    Uni<Optional<UserGroupView>> find(String name) {
        return find(pool, name);
    }

    Uni<Optional<UserGroupView>> find(SqlClient client, String name) {
        return client.preparedQuery(SELECT + " where u.name = $1")
                .execute(Tuple.of(name))
                .map(rows -> stream(rows).map(UserGroupStore::view).findFirst());
    }

    Uni<List<String>> names() {
        return pool.query("select name from user_groups order by name limit 1000")
                .execute()
                .map(rows -> stream(rows).map(r -> r.getString("name")).toList());
    }

    public Uni<Integer> insert(SqlClient tx, String name, @Nullable String description) {
        return change(
                tx,
                "insert into user_groups (name, description, created_at) values ($1, $2, $3)"
                        + " on conflict do nothing",
                Tuple.of(name, description, clock.instant().atOffset(ZoneOffset.UTC)));
    }

    public Uni<Integer> describe(SqlClient tx, String name, @Nullable String description) {
        return change(
                tx,
                "update user_groups set description = $2 where name = $1",
                Tuple.of(name, description));
    }

    Uni<Integer> delete(SqlClient tx, String name) {
        return change(tx, "delete from user_groups where name = $1", Tuple.of(name));
    }

    /** Zero where there is no such user, or it is a member. */
    public Uni<Integer> add(SqlClient tx, String name, String user) {
        return change(
                tx,
                "insert into group_members (group_name, user_name) select $1, u.name from users u"
                        + " where u.name = $2 on conflict do nothing",
                Tuple.of(name, user));
    }

    Uni<Integer> remove(SqlClient tx, String name, String user) {
        return change(
                tx,
                "delete from group_members where group_name = $1 and user_name = $2",
                Tuple.of(name, user));
    }

    private static UserGroupView view(Row row) {
        return new UserGroupView(
                row.getString("name"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("members")),
                GrantRows.views(row.get(JsonArray.class, "grants")));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<Integer> change(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }
}
