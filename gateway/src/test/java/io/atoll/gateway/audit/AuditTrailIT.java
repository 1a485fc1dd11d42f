package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class AuditTrailIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Map<String, Object> entry(String trace) {
        return await().atMost(SOON)
                .until(() -> entries(trace), e -> e.size() == 1 && isOver(e.getFirst()))
                .getFirst();
    }

    private static boolean isOver(Map<String, Object> entry) {
        return !"unknown".equals(entry.get("outcome"));
    }

    private static List<Map<String, Object>> entries(String trace) {
        return as(Callers.admin()).get("/api/v1/audit?trace=" + trace).jsonPath().getList("$");
    }

    private static String trace(Response answer) {
        return answer.header("X-Trace-Id");
    }

    @Test
    void a_mutation_that_is_passed_on_is_there_before_and_after() {
        Response answer = as(Callers.withRole("operator")).post("/api/v1/clusters/orders/stop");
        answer.then().statusCode(200);
        assertThat(entry(trace(answer)))
                .containsEntry("action", "cluster.stop")
                .containsEntry("permission", "CLUSTER_STOP")
                .containsEntry("cluster", "orders")
                .containsEntry("outcome", "succeeded")
                .containsEntry("status", 200)
                .containsEntry("address", "127.0.0.1")
                .containsEntry("kind", "user")
                .containsEntry("path", "/api/v1/clusters/orders/stop");
    }

    @Test
    void a_service_that_is_away_is_a_failure_and_one_that_breaks_too() {
        Response broken = as(Callers.admin()).delete("/api/v1/clusters/orders/topics/breaks");
        broken.then().statusCode(502);
        assertThat(entry(trace(broken))).containsEntry("outcome", "failed");
    }

    @Test
    void a_change_of_a_user_has_before_and_after_and_their_differences() {
        String name = Callers.user(List.of());
        Response answer =
                as(Callers.admin())
                        .contentType(ContentType.JSON)
                        .body(Map.of("disabled", true))
                        .put("/api/v1/users/" + name);
        JsonPath entry = as(Callers.admin()).get("/api/v1/audit?trace=" + trace(answer)).jsonPath();
        assertThat(entry.getString("[0].effects[0].resource")).isEqualTo("user " + name);
        assertThat(entry.getBoolean("[0].effects[0].before.disabled")).isFalse();
        assertThat(entry.getBoolean("[0].effects[0].after.disabled")).isTrue();
        assertThat(entry.getList("[0].effects[0].differences"))
                .containsExactly(Map.of("pointer", "/disabled", "before", false, "after", true));
    }

    @Test
    void a_missing_right_leaves_a_denied_entry_for_mutations_and_reads() {
        Tokens viewer = Callers.withRole("viewer");
        Response write = as(viewer).post("/api/v1/clusters/orders/start");
        Response read = as(viewer).get("/api/v1/users");
        write.then().statusCode(403);
        read.then().statusCode(403);
        assertThat(entry(trace(write)))
                .containsEntry("outcome", "denied")
                .containsEntry("status", 403)
                .doesNotContainKey("effects[0]");
        assertThat(entry(trace(read))).containsEntry("action", "user.list");
    }

    @Test
    void a_credential_that_does_not_hold_leaves_an_entry_and_none_at_all_leaves_none_for_reads() {
        Response forged = given().header("Authorization", "Bearer x.y.z").get("/api/v1/users");
        Response nobody = given().get("/api/v1/users");
        forged.then().statusCode(401);
        nobody.then().statusCode(401);
        await().atMost(SOON)
                .until(
                        () ->
                                AuditDatabase.number(
                                                "select count(*) from audit where stage = 'denied'"
                                                        + " and action = 'user.list'"
                                                        + " and status = 401")
                                        > 0);
        assertThat(entries(trace(nobody))).isEmpty();
    }

    @Test
    void signing_in_failing_to_and_signing_out_are_entries() {
        String name = Callers.user(List.of());
        Callers.tryLogin(name, "wrong wrong wrong").then().statusCode(401);
        Tokens tokens = Callers.login(name, PASSWORD);
        String session = Callers.session(name, PASSWORD);
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("atoll_session", session)
                .post("/session/end")
                .then()
                .statusCode(303);
        as(tokens).post("/api/v1/auth/logout").then().statusCode(204);
        String of = "select action || ' ' || outcome from audit where subject = '" + name + "'";
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(AuditDatabase.read(of + " and outcome is not null"))
                                        .containsExactlyInAnyOrder(
                                                "session.sign-in denied",
                                                "session.sign-in succeeded",
                                                "session.sign-in succeeded",
                                                "session.sign-out succeeded",
                                                "session.end succeeded",
                                                "auth.logout succeeded"));
    }

    @Test
    void a_spent_refresh_token_is_an_entry_when_it_comes_back() {
        String name = Callers.user(List.of());
        Tokens first = Callers.login(name, PASSWORD);
        Tokens next = refresh(first.refresh());
        refresh(next.refresh());
        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", first.refresh()))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        assertThat(
                        AuditDatabase.read(
                                "select document from audit where stage = 'denied' and action ="
                                        + " 'session.refresh' and subject = '"
                                        + name
                                        + "'"))
                .singleElement()
                .asString()
                .contains("spent refresh token");
    }

    private static Tokens refresh(String token) {
        Response answer =
                given().contentType(ContentType.JSON)
                        .body(Map.of("refresh_token", token))
                        .post("/api/v1/auth/refresh");
        answer.then().statusCode(200);
        return new Tokens(answer.path("access_token"), answer.path("refresh_token"));
    }

    @Test
    void what_people_type_as_a_secret_is_in_no_row() {
        String canary = "canary-" + UUID.randomUUID();
        String name = Callers.user(List.of());
        var admin = Callers.admin();
        Callers.tryLogin(name, canary).then().statusCode(401);
        Callers.tryLogin(canary, "the password in the wrong field").then().statusCode(401);
        Callers.form(canary, canary, "/").then().statusCode(303);
        as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name + "b", "password", canary, "grants", List.of()))
                .post("/api/v1/users?token=" + canary)
                .then()
                .statusCode(201);
        as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("new_password", canary))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(204);
        Tokens own = Callers.login(name, canary);
        as(own).contentType(ContentType.JSON)
                .body(Map.of("old_password", canary, "new_password", canary + "2"))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(204);
        given().header("Authorization", "Bearer " + canary)
                .post("/api/v1/clusters/orders/stop")
                .then()
                .statusCode(401);
        assertThat(
                        AuditDatabase.number(
                                "select count(*) from audit a where a::text like '%"
                                        + canary
                                        + "%'"))
                .isZero();
        assertThat(
                        AuditDatabase.number(
                                "select count(*) from audit where stage = 'changed' and"
                                        + " action = 'user.set-password' and document like '%user "
                                        + name
                                        + "%'"))
                .isEqualTo(2);
    }

    @Test
    void a_header_does_not_say_where_a_request_came_from() {
        Response answer =
                as(Callers.admin())
                        .header("X-Forwarded-For", "10.9.8.7")
                        .post("/api/v1/clusters/orders/start");
        assertThat(entry(trace(answer))).containsEntry("address", "127.0.0.1");
    }

    @Test
    void a_form_of_a_page_is_an_entry_until_the_calls_that_it_leads_to_are() {
        String name = Callers.user(List.of(Map.of("role", "operator")));
        String session = Callers.session(name, PASSWORD);
        String trace = UUID.randomUUID().toString().replace("-", "");
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";
        given().cookie("atoll_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .header("traceparent", parent)
                .post("/clusters/orders/stop")
                .then()
                .statusCode(200);
        assertThat(entry(trace)).containsEntry("action", "page").containsEntry("subject", name);
        as(Callers.login(name, PASSWORD))
                .header("traceparent", parent)
                .post("/api/v1/clusters/orders/stop")
                .then()
                .statusCode(200);
        assertThat(entry(trace)).containsEntry("action", "cluster.stop");
    }
}
