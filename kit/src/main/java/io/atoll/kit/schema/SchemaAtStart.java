package io.atoll.kit.schema;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Applies what is missing before the service does anything else. Where nothing is, Flyway and its
 * driver are not even loaded. Blocks the start, and ends it where the database is away.
 */
@ApplicationScoped
class SchemaAtStart {
    private static final int FIRST = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000");

    private final SchemaConfig config;
    private final Pool pool;
    private final String url;
    private final String user;
    private final Optional<String> password;

    SchemaAtStart(
            SchemaConfig config,
            Pool pool,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.config = config;
        this.pool = pool;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        var wanted = new Migrations(config.migrations());
        if (!applied().containsAll(wanted.paths())) {
            migrate(wanted);
        }
    }

    private Set<String> applied() {
        var history = "\"" + config.name() + "\".flyway_schema_history";
        return pool.query("SELECT script FROM " + history + " WHERE success")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false))
                .map(rows -> rows.map(SchemaAtStart::script).collect(Collectors.toSet()))
                .onFailure(SchemaAtStart::isNotThere)
                .recoverWithItem(Set.of())
                .await()
                .atMost(PATIENCE);
    }

    private static String script(Row row) {
        return row.getString("script");
    }

    private static boolean isNotThere(Throwable failure) {
        return failure instanceof PgException e && NOT_THERE.contains(e.getSqlState());
    }

    private void migrate(Migrations wanted) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource("jdbc:" + url, user, password.orElse(""))
                .schemas(config.name())
                .defaultSchema(config.name())
                .createSchemas(true)
                .resourceProvider(wanted)
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }
}
