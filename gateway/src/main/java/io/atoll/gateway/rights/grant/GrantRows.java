package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.GrantView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants as queries bring them: a JSON array of rows. */
public final class GrantRows {

    /** All that a user holds, for a select from users u: rows of held_grants. */
    public static final String HELD =
            """
            coalesce((select json_agg(h order by h.created_at, h.id) from held_grants h
              where h.holder = u.name), '[]'::json) as held
            """;

    /** A user's own, for a select from users u. */
    public static final String OF_USER =
            """
            coalesce((select json_agg(g order by g.created_at, g.id) from grants g
              where g.user_name = u.name), '[]'::json) as grants
            """;

    /** A group's, for a select from user_groups u. */
    public static final String OF_GROUP =
            """
            coalesce((select json_agg(g order by g.created_at, g.id) from grants g
              where g.group_name = u.name), '[]'::json) as grants
            """;

    public static List<HeldGrant> held(JsonArray rows) {
        return rows.stream().map(JsonObject.class::cast).map(GrantRows::held).toList();
    }

    public static List<GrantView> views(JsonArray rows) {
        return rows.stream().map(JsonObject.class::cast).map(GrantRows::view).toList();
    }

    private static HeldGrant held(JsonObject row) {
        GrantView view = view(row);
        return new HeldGrant(
                view,
                row.getString("via"),
                HeldGrant.grant(view, permissions(row.getJsonArray("permissions"))),
                row.getString("reason"),
                instant(row.getString("elevated_until")));
    }

    private static GrantView view(JsonObject row) {
        return new GrantView(
                row.getString("id"),
                row.getString("role"),
                row.getString("environment"),
                row.getString("tag"),
                row.getString("cluster"),
                names(row),
                instant(row.getString("expires_at")),
                row.getInteger("elevation_minutes"));
    }

    private static @Nullable NamePattern names(JsonObject row) {
        String resource = row.getString("resource");
        return resource == null
                ? null
                : new NamePattern(Permission.Resource.of(resource), row.getString("pattern"));
    }

    private static @Nullable Set<Permission> permissions(@Nullable JsonArray names) {
        return names == null ? null : StoredPermissions.of(names.stream().map(String.class::cast));
    }

    private static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }

    private GrantRows() {}
}
