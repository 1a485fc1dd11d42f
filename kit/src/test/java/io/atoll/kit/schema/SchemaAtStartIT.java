package io.atoll.kit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.testkit.AtollStack;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class SchemaAtStartIT {
    private static final String OUTBOX = "db/kit/V0_1__outbox.sql";
    private static final String DUE = "db/kit/V0_2__due.sql";
    private static final String NOWHERE = "postgresql://127.0.0.1:1/atoll";

    @Inject Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    private final String schema = "late_" + UUID.randomUUID().toString().replace('-', '_');

    @Test
    void theFirstStartMakesTheSchemaAndALaterOneAddsWhatIsNew() {
        start(url, OUTBOX);
        assertThat(tables()).contains("outbox").doesNotContain("due");
        start(url, OUTBOX, DUE);
        assertThat(tables()).contains("outbox", "due");
    }

    @Test
    void aStartThatFindsAllAppliedNeedsNoSecondConnection() {
        start(url, OUTBOX, DUE);
        start(NOWHERE, OUTBOX, DUE);
        assertThat(tables()).contains("outbox", "due");
        assertThatThrownBy(() -> start(NOWHERE, OUTBOX, DUE, "db/probe/V1__note.sql"))
                .isInstanceOf(FlywayException.class);
    }

    @Test
    void aFileThatIsListedAndNotThereEndsTheStart() {
        assertThatThrownBy(() -> start(url, OUTBOX, "db/kit/V0_9__missing.sql"))
                .hasMessageContaining("db/kit/V0_9__missing.sql");
    }

    private void start(String at, String... migrations) {
        new SchemaAtStart(new Config(schema, List.of(migrations)), pool, at, user, password)
                .onStart(new StartupEvent());
    }

    private List<String> tables() {
        return pool
                .preparedQuery("SELECT tablename FROM pg_tables WHERE schemaname = $1")
                .execute(Tuple.of(schema))
                .await()
                .atMost(Duration.ofSeconds(10))
                .stream()
                .map(row -> row.getString("tablename"))
                .toList();
    }

    private record Config(String name, List<String> migrations) implements SchemaConfig {}
}
