package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be seen is to the caller as what is not there; the audit tells them apart. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class HiddenIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Set<String> OF_EACH_REQUEST =
            Set.of("x-trace-id", "date", "ratelimit", "ratelimit-policy");

    private String name;
    private Callers.Tokens tokens;

    @BeforeEach
    void an_operator() {
        name = Callers.user(List.of(Map.of("role", "operator")));
        tokens = Callers.login(name, PASSWORD);
    }

    private static Map<String, String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(h -> !OF_EACH_REQUEST.contains(h.getName().toLowerCase()))
                .collect(Collectors.toMap(Header::getName, Header::getValue));
    }

    private List<String> rows(String columns) {
        return AuditDatabase.read(
                "select concat_ws(' ', "
                        + columns
                        + ") from audit where subject = '"
                        + name
                        + "' order by no");
    }

    @Test
    void a_read_of_what_is_hidden_is_a_denied_entry_and_one_of_nothing_is_none() {
        Response hidden = as(tokens).get("/api/v1/clusters/hidden");
        Response nothing = as(tokens).get("/api/v1/clusters/nowhere");
        assertThat(hidden.statusCode()).isEqualTo(nothing.statusCode()).isEqualTo(404);
        assertThat(headers(hidden)).isEqualTo(headers(nothing));
        assertThat(hidden.asString()).isEqualTo(nothing.asString());
        as(tokens).get("/api/v1/clusters/hidden/topics").then().statusCode(404);
        await().atMost(SOON)
                .until(() -> rows("stage, action, cluster, status"), found -> found.size() >= 3);
        assertThat(rows("stage, action, cluster, status"))
                .filteredOn(row -> row.startsWith("denied"))
                .containsExactlyInAnyOrder(
                        "denied cluster.get hidden 404", "denied topic.list hidden 404");
    }

    @Test
    void a_mutation_of_what_is_hidden_is_denied_and_one_of_nothing_has_failed() {
        as(tokens).post("/api/v1/clusters/hidden/stop").then().statusCode(404);
        as(tokens).post("/api/v1/clusters/nowhere/stop").then().statusCode(404);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(rows("stage, action, cluster, outcome"))
                                        .contains(
                                                "completed cluster.stop hidden denied",
                                                "completed cluster.stop nowhere failed"));
    }

    @Test
    void the_key_of_another_is_hidden_by_the_gateway_itself_in_the_same_way() {
        String path = "/api/v1/api-keys/";
        String id =
                as(Callers.admin())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "of " + name, "scopes", List.of("TOPIC_VIEW")))
                        .post("/api/v1/api-keys")
                        .path("id");
        String nothing = id.substring(0, 21) + (id.endsWith("0") ? "1" : "0");
        Response hidden = as(tokens).get(path + id);
        Response missing = as(tokens).get(path + nothing);
        assertThat(hidden.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(404);
        assertThat(headers(hidden)).isEqualTo(headers(missing));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(rows("stage, action, status"))
                                        .filteredOn(row -> row.startsWith("denied"))
                                        .containsExactly("denied api-key.get 404"));
    }

    @Test
    void who_asks_for_the_same_hidden_thing_again_and_again_is_counted() {
        for (int i = 0; i < 50; i++) {
            as(tokens).get("/api/v1/clusters/hidden").then().statusCode(404);
        }
        await().atMost(SOON)
                .until(
                        () ->
                                AuditDatabase.number(
                                                "select coalesce(sum((document::json->>'count')::int),"
                                                        + " 0) from audit where stage = 'denied' and"
                                                        + " subject = '"
                                                        + name
                                                        + "'")
                                        == 50);
        assertThat(rows("stage")).filteredOn("denied"::equals).hasSizeLessThan(20);
    }
}
