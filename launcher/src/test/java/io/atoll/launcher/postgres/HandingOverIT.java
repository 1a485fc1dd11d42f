package io.atoll.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.Ports;
import io.atoll.launcher.secret.DatabaseUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database of the version that had one user for all.
class HandingOverIT {

    private static final DatabaseUsers USERS =
            new DatabaseUsers(Map.of("gateway", "aaaa", "ops", "bbbb"));

    @TempDir Path folder;

    private final int port =
            ThreadLocalRandom.current()
                    .ints(20_000, 31_000)
                    .filter(free -> Ports.isFree("127.0.0.1", free))
                    .findFirst()
                    .orElseThrow();

    private Home home;
    private Process server;

    @BeforeEach
    void former() throws Exception {
        home = new Home(folder.resolve("home"));
        home.create();
        var binaries = PostgresBinaries.unpack(home.cache());
        var data = new PostgresFolder(home.postgres(), binaries, home.log("postgres"));
        data.create(new DatabaseUsers(Map.of("registry", "dddd")));
        data.alone(
                data.data(),
                "atoll",
                """
                CREATE ROLE atoll LOGIN PASSWORD 'former';

                ALTER DATABASE atoll OWNER TO atoll;

                GRANT ALL ON DATABASE atoll TO PUBLIC;

                SET ROLE atoll;

                CREATE SCHEMA gateway;

                SET search_path = gateway;

                CREATE TABLE users (no bigserial primary key, name text);

                CREATE VIEW names AS SELECT name FROM users;

                CREATE FUNCTION many() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM gateway.users';

                INSERT INTO users (name) VALUES ('ada');

                """);
        Files.writeString(
                data.data().resolve("pg_hba.conf"),
                "host atoll atoll 127.0.0.1/32 scram-sha-256\n");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly();
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void isHandedOverToTheUsersOfTheServices() throws Exception {
        start(USERS);

        assertThat(ask("gateway", "aaaa", "select name from names")).isEqualTo("ada");
        assertThat(ask("gateway", "aaaa", "select many()")).isEqualTo("1");
        ask("gateway", "aaaa", "alter table users add column more text");
        ask("gateway", "aaaa", "insert into users (name) values ('grace')");
        ask("gateway", "aaaa", "create or replace view names as select name from users");
        ask("gateway", "aaaa", "drop function many()");
        assertThatThrownBy(() -> ask("ops", "bbbb", "select name from gateway.users"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask("atoll", "former", "select 1"))
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void takesOtherPasswordsAtTheNextStart() throws Exception {
        start(USERS);
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();

        start(new DatabaseUsers(Map.of("gateway", "cccc", "ops", "bbbb")));

        assertThat(ask("gateway", "cccc", "select name from names")).isEqualTo("ada");
        assertThatThrownBy(() -> ask("gateway", "aaaa", "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    private void start(DatabaseUsers users) throws Exception {
        Part part = PostgresPart.of(home, port, users);
        var command = part.launch().prepare();
        server =
                new ProcessBuilder(command.words())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
                        .start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> part.probe().isReady(server.pid()));
    }

    private String ask(String user, String password, String sql) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/atoll".formatted(port);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
