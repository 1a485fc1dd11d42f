package io.atoll.gateway.audit.view;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Searches beside everything else that needs the database. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SearchRoomIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void searches_that_hang_end_and_take_nothing_from_others() throws Exception {
        Tokens admin = Callers.admin();
        var searches = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection database = AuditDatabase.open();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table audit in access exclusive mode");
            for (int i = 0; i < 12; i++) {
                searches.add(threads.submit(() -> as(admin).get("/api/v1/audit?q=x").statusCode()));
            }
            await().atMost(SOON)
                    .until(
                            () ->
                                    AuditDatabase.number(
                                                    "select count(*) from pg_stat_activity where"
                                                            + " wait_event_type = 'Lock' and query"
                                                            + " like '%from audit a%'")
                                            > 0);
            as(admin).get("/api/v1/users").then().statusCode(200);
            for (var search : searches) {
                assertThat(search.get(30, TimeUnit.SECONDS)).isEqualTo(503);
            }
        }
        as(admin)
                .get("/api/v1/audit?page_size=1")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
