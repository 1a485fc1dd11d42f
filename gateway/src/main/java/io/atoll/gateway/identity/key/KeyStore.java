package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows of api_key. */
@ApplicationScoped
class KeyStore {
    private static final String INSERT =
            """
            insert into api_key (id, owner, name, scopes, clusters, secret_hash, created_at,
              expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
            """;

    /** The secret of now becomes the previous one: at most two work. */
    private static final String ROTATE =
            """
            update api_key set previous_hash = secret_hash, previous_until = $3, secret_hash = $4,
              rotated_at = $5, expires_at = coalesce($6, expires_at)
            where id = $1 and owner = $2
            """;

    private static final String USED =
            """
            update api_key k set last_used_at = v.at, last_used_address = v.address
            from unnest($1::uuid[], $2::timestamptz[], $3::text[]) v (id, at, address)
            where k.id = v.id
            """;

    private final Pool pool;
    private final Clock clock;

    KeyStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** How many keys the user has, good or expired; nobody else counts or adds until the end. */
    Uni<Long> count(SqlClient tx, String owner) {
        return tx.preparedQuery("select 1 from users where name = $1 for update")
                .execute(Tuple.of(owner))
                .chain(
                        () ->
                                tx.preparedQuery(
                                                "select count(*) as n from api_key where owner = $1")
                                        .execute(Tuple.of(owner)))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Zero where the user has a key of this name. */
    Uni<Integer> insert(
            SqlClient tx, KeySecret secret, String owner, CreateApiKeyRequest made, Instant ends) {
        return tx.preparedQuery(INSERT)
                .execute(
                        Tuple.from(
                                new Object[] {
                                    secret.id(),
                                    owner,
                                    made.name(),
                                    made.scopes().stream()
                                            .map(Permission::name)
                                            .sorted()
                                            .toArray(String[]::new),
                                    made.limit().stream().sorted().toArray(String[]::new),
                                    Buffer.buffer(secret.hash()),
                                    now(),
                                    ends.atOffset(ZoneOffset.UTC)
                                }))
                .map(RowSet::rowCount);
    }

    /**
     * @param ends null: as before
     */
    Uni<Integer> rotate(
            SqlClient tx,
            KeySecret secret,
            String owner,
            Instant previousUntil,
            @Nullable Instant ends) {
        return tx.preparedQuery(ROTATE)
                .execute(
                        Tuple.of(
                                secret.id(),
                                owner,
                                previousUntil.atOffset(ZoneOffset.UTC),
                                Buffer.buffer(secret.hash()),
                                now(),
                                ends == null ? null : ends.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    Uni<Integer> delete(SqlClient tx, UUID id) {
        return tx.preparedQuery("delete from api_key where id = $1")
                .execute(Tuple.of(id))
                .map(RowSet::rowCount);
    }

    Uni<Void> used(Map<UUID, KeyUse.Last> uses) {
        var all = List.copyOf(uses.entrySet());
        return pool.preparedQuery(USED)
                .execute(
                        Tuple.of(
                                all.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                                all.stream()
                                        .map(e -> e.getValue().at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new),
                                all.stream()
                                        .map(e -> e.getValue().address())
                                        .toArray(String[]::new)))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
