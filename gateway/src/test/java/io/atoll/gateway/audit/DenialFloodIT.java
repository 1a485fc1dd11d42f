package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class DenialFloodIT {
    private static final int MANY = 120;

    private static long counted(String subject) {
        return AuditDatabase.number(
                "select coalesce(sum((document::json->>'count')::int), 0) from audit"
                        + " where stage = 'denied' and subject = '"
                        + subject
                        + "'");
    }

    private static long rows(String subject) {
        return AuditDatabase.number(
                "select count(*) from audit where stage = 'denied' and subject = '"
                        + subject
                        + "'");
    }

    @Test
    void the_same_denied_attempts_are_few_rows_and_none_is_forgotten() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens viewer = Callers.login(name, PASSWORD);
        for (int i = 0; i < MANY; i++) {
            as(viewer).get("/api/v1/users").then().statusCode(403);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> counted(name) == MANY);
        assertThat(rows(name)).isLessThan(MANY / 3);
    }

    @Test
    void many_sorts_of_denied_attempts_of_one_source_are_counted_together() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens viewer = Callers.login(name, PASSWORD);
        for (int i = 0; i < MANY; i++) {
            as(viewer).post("/api/v1/clusters/c" + i + "/stop").then().statusCode(403);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> counted(name) == MANY);
        assertThat(
                        AuditDatabase.number(
                                "select count(*) from audit where subject = '"
                                        + name
                                        + "' and action = '(various)'"))
                .isPositive();
    }
}
