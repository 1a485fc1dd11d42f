package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.ApiKeyView;
import io.atoll.gateway.rights.grant.GrantRows;
import io.atoll.kit.validation.PageParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads keys. */
@ApplicationScoped
class KeyQueries {
    private static final String LIVE =
            """
            select k.*, %s from api_key k join users u on u.name = k.owner
            where k.id = $1 and k.expires_at > $2 and not u.disabled
            """
                    .formatted(GrantRows.HELD);

    private final Pool pool;
    private final Clock clock;

    KeyQueries(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Optional<LiveKey>> live(UUID id) {
        return pool.preparedQuery(LIVE)
                .execute(Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> stream(rows).map(KeyQueries::live).findFirst());
    }

    /**
     * By id, and one more where there is another page; its token is the id that it comes after.
     *
     * @param owner empty: of everybody
     */
    Uni<List<ApiKeyView>> page(Optional<String> owner, PageParameters page) {
        String after = page.pageToken();
        UUID id = after.isEmpty() ? new UUID(0, 0) : KeyId.ofPage(after);
        return pool.preparedQuery(
                        "select * from api_key where ($1::text is null or owner = $1) and id > $2"
                                + " order by id limit $3")
                .execute(Tuple.of(owner.orElse(null), id, page.rows()))
                .map(rows -> stream(rows).map(KeyQueries::view).toList());
    }

    Uni<Optional<ApiKeyView>> find(UUID id) {
        return find(pool, id);
    }

    Uni<Optional<ApiKeyView>> find(SqlClient client, UUID id) {
        return client.preparedQuery("select * from api_key where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> stream(rows).map(KeyQueries::view).findFirst());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static LiveKey live(Row row) {
        Buffer previous = row.get(Buffer.class, "previous_hash");
        return new LiveKey(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("owner"),
                row.get(Buffer.class, "secret_hash").getBytes(),
                previous == null ? null : previous.getBytes(),
                instant(row, "previous_until"),
                row.getOffsetDateTime("expires_at").toInstant(),
                scopes(row),
                Set.of(row.getArrayOfStrings("clusters")),
                GrantRows.held(row.get(JsonArray.class, "held")));
    }

    private static ApiKeyView view(Row row) {
        return new ApiKeyView(
                KeyId.wire(row.getUUID("id")),
                row.getString("name"),
                row.getString("owner"),
                scopes(row),
                Set.of(row.getArrayOfStrings("clusters")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row, "rotated_at"),
                instant(row, "previous_until"),
                instant(row, "last_used_at"),
                row.getString("last_used_address"));
    }

    private static Set<Permission> scopes(Row row) {
        return Arrays.stream(row.getArrayOfStrings("scopes"))
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
