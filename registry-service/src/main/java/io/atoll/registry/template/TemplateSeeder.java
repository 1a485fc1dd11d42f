package io.atoll.registry.template;

import io.atoll.kit.outbox.StoredJson;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Brings the shipped templates into the table at start; a changed one becomes a new version. */
@ApplicationScoped
class TemplateSeeder {

    private static final String UPSERT =
            """
            insert into template as t (id, version, builtin, body, created_at, updated_at)
            values ($1, 1, true, $2::text::jsonb, $3, $3)
            on conflict (id) do update
            set version = t.version + 1, builtin = true, body = excluded.body, updated_at = excluded.updated_at
            where t.body is distinct from excluded.body
            """;

    private static final String VERSION =
            """
            insert into template_version (template_id, version, body, created_at)
            select id, version, body, updated_at from template where id = $1
            on conflict do nothing
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final StoredJson json;
    private final Clock clock;

    TemplateSeeder(Pool pool, StoredJson json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent start) {
        seed().await().atMost(PATIENCE);
    }

    Uni<Void> seed() {
        return pool.withTransaction(
                connection -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Map.Entry<String, TemplateBody> e : BuiltinTemplates.ALL.entrySet()) {
                        all = all.chain(() -> put(connection, e.getKey(), e.getValue()));
                    }
                    return all;
                });
    }

    private Uni<Void> put(SqlConnection connection, String id, TemplateBody body) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return connection
                .preparedQuery(UPSERT)
                .execute(Tuple.of(id, json.write(body), now))
                .chain(() -> connection.preparedQuery(VERSION).execute(Tuple.of(id)))
                .replaceWithVoid();
    }
}
