package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which changes stand beside which attempt. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class JoinedIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static List<Map<String, Object>> entries(String trace) {
        return as(Callers.admin()).get("/api/v1/audit?trace=" + trace).jsonPath().getList("$");
    }

    @Test
    void a_change_belongs_to_the_attempt_that_made_it_whatever_trace_others_choose() {
        Tokens admin = Callers.admin();
        String trace = UUID.randomUUID().toString().replace("-", "");
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";
        String name = Callers.user(List.of());
        as(admin)
                .header("traceparent", parent)
                .contentType(ContentType.JSON)
                .body(Map.of("disabled", true))
                .put("/api/v1/users/" + name)
                .then()
                .statusCode(200);
        String attempt =
                as(admin)
                        .header("traceparent", parent)
                        .header("X-Atoll-Attempt", UUID.randomUUID().toString())
                        .post("/api/v1/clusters/orders/stop")
                        .path("headers.x-atoll-attempt");
        as(admin)
                .header("traceparent", parent)
                .post("/api/v1/clusters/orders/start")
                .then()
                .statusCode(200);
        List<Map<String, Object>> entries =
                await().atMost(SOON)
                        .until(
                                () -> entries(trace),
                                found ->
                                        found.size() == 3
                                                && found.stream()
                                                        .noneMatch(
                                                                e ->
                                                                        "unknown"
                                                                                .equals(
                                                                                        e.get(
                                                                                                "outcome"))));
        assertThat(entries)
                .extracting(e -> e.get("action") + " " + ((List<?>) e.get("effects")).size())
                .containsExactly("cluster.start 0", "cluster.stop 0", "user.update 1");
        assertThat(entries.get(1)).containsEntry("id", attempt);
        assertThat(as(admin).get("/api/v1/clusters/orders").<String>path("headers.x-atoll-attempt"))
                .isNull();
    }

    @Test
    void a_change_that_names_its_attempt_stands_beside_it_and_not_beside_a_later_one()
            throws Exception {
        Tokens admin = Callers.admin();
        String cluster = "c-" + UUID.randomUUID().toString().substring(0, 8);
        String trace = UUID.randomUUID().toString().replace("-", "");
        String first = stopTraced(admin, cluster, trace);
        String second = stopTraced(admin, cluster, trace);
        try (var topic = new ChangeTopic()) {
            topic.stopped("admin", trace, cluster, "dev", first);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(effects(admin, trace, first)).isEqualTo(1));
        assertThat(effects(admin, trace, second)).isZero();
    }

    /** Answers the id of the attempt, as the service was told. */
    private static String stopTraced(Tokens tokens, String cluster, String trace) {
        return as(tokens)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/api/v1/clusters/" + cluster + "/stop")
                .path("headers.x-atoll-attempt");
    }

    private static int effects(Tokens reader, String trace, String entry) {
        return as(reader)
                .get("/api/v1/audit?trace=" + trace)
                .path("find { it.id == '" + entry + "' }.effects.size()");
    }
}
