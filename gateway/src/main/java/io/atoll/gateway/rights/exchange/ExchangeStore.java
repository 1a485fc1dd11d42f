package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.grant.AccessDocument;
import io.atoll.contracts.grant.AccessDocument.Group;
import io.atoll.contracts.grant.AccessDocument.Member;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.gateway.rights.grant.GrantRows;
import io.atoll.gateway.rights.grant.StoredPermissions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads all of it: three queries, whatever their number. */
@ApplicationScoped
class ExchangeStore {
    private static final String USERS =
            "select u.name, %s from users u order by u.name".formatted(GrantRows.OF_USER);

    private static final String GROUPS =
            """
            select u.name, u.description, array(select m.user_name from group_members m
              where m.group_name = u.name order by 1) as members, %s
            from user_groups u order by u.name
            """
                    .formatted(GrantRows.OF_GROUP);

    private final Pool pool;

    ExchangeStore(Pool pool) {
        this.pool = pool;
    }

    Uni<AccessDocument> read() {
        return Uni.combine()
                .all()
                .unis(
                        all("select * from roles order by name", ExchangeStore::role),
                        all(USERS, ExchangeStore::user),
                        all(GROUPS, ExchangeStore::group))
                .with(AccessDocument::new);
    }

    private <T> Uni<List<T>> all(String sql, Function<Row, T> map) {
        return pool.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(map).toList());
    }

    private static RoleRequest role(Row row) {
        return new RoleRequest(
                row.getString("name"),
                row.getString("description"),
                StoredPermissions.of(Stream.of(row.getArrayOfStrings("permissions"))));
    }

    private static Member user(Row row) {
        return new Member(row.getString("name"), grants(row));
    }

    private static Group group(Row row) {
        return new Group(
                row.getString("name"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("members")),
                grants(row));
    }

    private static List<GrantRequest> grants(Row row) {
        return GrantRows.views(row.get(JsonArray.class, "grants")).stream()
                .map(ExchangeStore::request)
                .toList();
    }

    private static GrantRequest request(GrantView grant) {
        return new GrantRequest(
                grant.role(),
                grant.environment(),
                grant.tag(),
                grant.cluster(),
                grant.names(),
                grant.expiresAt(),
                grant.elevationMinutes());
    }
}
