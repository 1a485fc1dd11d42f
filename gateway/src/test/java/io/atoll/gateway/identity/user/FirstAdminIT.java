package io.atoll.gateway.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.rights.grant.GrantStore;
import io.atoll.testkit.AtollStack;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Several gateways that start at once on an empty database, each with connections of its own. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class FirstAdminIT {
    private static final int GATEWAYS = 4;

    @Inject Vertx vertx;
    @Inject UserStore users;
    @Inject GrantStore grants;
    @Inject UserConfig config;
    @Inject UserQueries queries;
    @Inject AuditTrail trail;

    private final String schema = "first_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Pool> pools = new ArrayList<>();

    private Pool pool() {
        Map<String, String> database = AuditDatabase.environment();
        var options =
                PgConnectOptions.fromUri(database.get("ATOLL_DB_URL"))
                        .setUser(database.get("ATOLL_DB_USER"))
                        .setPassword(database.get("ATOLL_DB_PASSWORD"))
                        .addProperty("search_path", schema);
        Pool pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
        pools.add(pool);
        return pool;
    }

    @AfterEach
    void leaveNothing() {
        pools.forEach(Pool::closeAndAwait);
        AuditDatabase.run("drop schema if exists " + schema + " cascade");
    }

    private void migrate() {
        Map<String, String> database = AuditDatabase.environment();
        Flyway.configure()
                .dataSource(
                        "jdbc:" + database.get("ATOLL_DB_URL"),
                        database.get("ATOLL_DB_USER"),
                        database.get("ATOLL_DB_PASSWORD"))
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("filesystem:src/main/resources/db/gateway")
                .load()
                .migrate();
    }

    private Callable<Void> start(CyclicBarrier together) {
        var first = new FirstAdmin(pool(), users, grants, config, queries, trail);
        return () -> {
            together.await(30, TimeUnit.SECONDS);
            migrate();
            together.await(60, TimeUnit.SECONDS);
            first.onStart(new StartupEvent());
            return null;
        };
    }

    @RepeatedTest(3)
    void make_one_admin_with_one_grant_and_all_of_them_start() throws Exception {
        var together = new CyclicBarrier(GATEWAYS);
        try (var threads = Executors.newFixedThreadPool(GATEWAYS)) {
            var starts = new ArrayList<Future<Void>>();
            for (int i = 0; i < GATEWAYS; i++) {
                starts.add(threads.submit(start(together)));
            }
            for (Future<Void> start : starts) {
                start.get(90, TimeUnit.SECONDS);
            }
        }
        assertThat(AuditDatabase.read("select name from " + schema + ".users"))
                .containsExactly("admin");
        assertThat(AuditDatabase.read("select user_name || ' ' || role from " + schema + ".grants"))
                .containsExactly("admin admin");
    }
}
