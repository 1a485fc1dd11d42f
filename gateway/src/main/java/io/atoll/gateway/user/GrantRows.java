package io.atoll.gateway.user;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.GrantView;
import io.atoll.contracts.access.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Grants as queries bring them: a JSON array of rows. */
public final class GrantRows {

    /** A column for a select from users u. */
    public static final String COLUMN =
            """
            coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role,
              'environment', g.environment, 'tag', g.tag, 'cluster', g.cluster) order by g.created_at, g.id)
              from grants g where g.user_name = u.name), '[]'::json) as grants
            """;

    public static List<GrantView> views(JsonArray rows) {
        return rows.stream().map(JsonObject.class::cast).map(GrantRows::view).toList();
    }

    public static List<Grant> grants(JsonArray rows) {
        return views(rows).stream()
                .map(v -> new Grant(v.role(), v.environment(), v.tag(), v.cluster()))
                .toList();
    }

    private static GrantView view(JsonObject row) {
        return new GrantView(
                row.getString("id"),
                Role.of(row.getString("role")),
                row.getString("environment"),
                row.getString("tag"),
                row.getString("cluster"));
    }

    private GrantRows() {}
}
