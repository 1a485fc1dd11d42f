package io.atoll.gateway.rights.role;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.contracts.grant.RoleView;
import io.atoll.gateway.rights.grant.StoredPermissions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows of own roles. Writes tell how many rows they changed. */
@ApplicationScoped
public class RoleStore {
    private static final int MOST = 200;
    private static final String INSERT =
            """
            insert into roles (name, description, permissions, created_at) select $1, $2, $3, $4
            where (select count(*) from roles) < %d on conflict do nothing
            """
                    .formatted(MOST);

    private final Pool pool;
    private final Clock clock;

    RoleStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<RoleView>> all() {
        return all(pool);
    }

    Uni<Optional<RoleView>> find(SqlClient client, String name) {
        return all(client).map(all -> all.stream().filter(r -> r.name().equals(name)).findFirst());
    }

    private static Uni<List<RoleView>> all(SqlClient client) {
        return client.query("select * from roles order by name")
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(RoleStore::view)
                                        .toList());
    }

    public Uni<Integer> insert(SqlClient tx, String name, RoleRequest role) {
        return change(
                tx,
                INSERT,
                Tuple.of(
                        name,
                        role.description(),
                        names(role),
                        clock.instant().atOffset(ZoneOffset.UTC)));
    }

    public Uni<Integer> update(SqlClient tx, String name, RoleRequest role) {
        return change(
                tx,
                "update roles set description = $2, permissions = $3 where name = $1",
                Tuple.of(name, role.description(), names(role)));
    }

    /** Zero where grants give it. */
    Uni<Integer> delete(SqlClient tx, String name) {
        return change(
                tx,
                "delete from roles where name = $1 and not exists"
                        + " (select 1 from grants where role = $1)",
                Tuple.of(name));
    }

    /** In words, the first ten who have a grant of the role. */
    Uni<List<String>> holders(String name) {
        return pool.preparedQuery(
                        "select distinct coalesce(user_name, 'group ' || group_name) as holder"
                                + " from grants where role = $1 order by 1 limit 10")
                .execute(Tuple.of(name))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("holder"))
                                        .toList());
    }

    private static String[] names(RoleRequest role) {
        return role.permissions().stream().map(Permission::name).sorted().toArray(String[]::new);
    }

    private static RoleView view(Row row) {
        return new RoleView(
                row.getString("name"),
                false,
                row.getString("description"),
                StoredPermissions.of(Stream.of(row.getArrayOfStrings("permissions"))));
    }

    private static Uni<Integer> change(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }
}
