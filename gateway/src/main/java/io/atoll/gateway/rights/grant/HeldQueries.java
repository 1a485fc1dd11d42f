package io.atoll.gateway.rights.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what users hold. */
@ApplicationScoped
public class HeldQueries {
    private static final String OF_USER =
            """
            select coalesce(json_agg(h order by h.created_at, h.id), '[]'::json) as held
            from held_grants h where h.holder = $1
            """;

    private static final String OF_GROUP =
            """
            select coalesce(json_agg(g order by g.created_at, g.id), '[]'::json) as held from (
              select g.*, r.permissions from grants g left join roles r on r.name = g.role
              where g.group_name = $1) g
            """;

    private final Pool pool;

    HeldQueries(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<HeldGrant>> ofUser(String name) {
        return read(pool, OF_USER, name);
    }

    /** What every member of the group gets. */
    public Uni<List<HeldGrant>> ofGroup(String name) {
        return read(pool, OF_GROUP, name);
    }

    private static Uni<List<HeldGrant>> read(SqlClient client, String sql, String name) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(name))
                .map(rows -> rows.iterator().next().get(JsonArray.class, "held"))
                .map(GrantRows::held);
    }
}
