package io.atoll.gateway.rate.quota;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class LimitResourceIT {
    private static final String LIMITS = "/api/v1/limits";

    @Inject LimitQueries queries;
    @Inject LimitDefaults defaults;
    @Inject RateConfig config;
    @Inject Vertx vertx;

    private static RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    private static Response get(String path) {
        return as(Callers.admin()).get(LIMITS + path);
    }

    @Test
    void all_classes_are_listed_with_their_defaults() {
        get("").then()
                .statusCode(200)
                .body("class", hasItems("read", "write", "message", "sign_in", "stream", "page"))
                .body("find { it.class == 'write' }.default_quota", equalTo(1200))
                .body("find { it.class == 'write' }.default_window_seconds", equalTo(60))
                .body("find { it.class == 'concurrent' }.window_seconds", equalTo(null));
    }

    @Test
    void a_limit_is_changed_by_who_has_seen_it_and_goes_back_to_its_default() {
        String tag = get("/stream").then().statusCode(200).extract().header("ETag");
        Tokens admin = Callers.admin();
        var limit = Map.of("quota", 7, "window_seconds", 30);
        json(admin).body(limit).put(LIMITS + "/stream").then().statusCode(428);
        Response changed = json(admin).header("If-Match", tag).body(limit).put(LIMITS + "/stream");
        changed.then()
                .statusCode(200)
                .body("quota", equalTo(7))
                .body("window_seconds", equalTo(30))
                .body("is_default", equalTo(false));
        json(admin)
                .header("If-Match", tag)
                .body(limit)
                .put(LIMITS + "/stream")
                .then()
                .statusCode(412);
        as(admin).delete(LIMITS + "/stream").then().statusCode(428);
        as(admin).header("If-Match", tag).delete(LIMITS + "/stream").then().statusCode(412);
        as(admin)
                .header("If-Match", changed.header("ETag"))
                .delete(LIMITS + "/stream")
                .then()
                .statusCode(204);
        get("/stream").then().body("quota", equalTo(300)).body("is_default", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "read, '{\"quota\": 0, \"window_seconds\": 60}', 400",
        "read, '{\"quota\": 5}', 422",
        "read, '{\"quota\": 5, \"window_seconds\": 3601}', 400",
        "read, '{\"quota\": 5000000, \"window_seconds\": 60}', 400",
        "sign_in, '{\"quota\": 1, \"window_seconds\": 60}', 422",
        "control, '{\"quota\": 5, \"window_seconds\": 60}', 422",
        "concurrent, '{\"quota\": 5, \"window_seconds\": 60}', 422",
        "concurrent, '{\"quota\": 50000}', 422",
        "raed, '{\"quota\": 5, \"window_seconds\": 60}', 404"
    })
    void a_limit_that_makes_no_sense_is_refused(String limitClass, String body, int status) {
        json(Callers.admin())
                .header("If-Match", "*")
                .body(body)
                .put(LIMITS + "/" + limitClass)
                .then()
                .statusCode(status);
    }

    @Test
    void an_override_is_made_changed_listed_and_removed() {
        String user = Callers.user(List.of());
        String path = LIMITS + "/read/overrides/user/" + user;
        Tokens admin = Callers.admin();
        as(admin).get(path).then().statusCode(404);
        var limit = Map.of("quota", 9, "window_seconds", 60);
        Response made = json(admin).body(limit).put(path);
        made.then().statusCode(200).body("subject", equalTo(user)).body("quota", equalTo(9));
        json(admin).body(limit).put(path).then().statusCode(428);
        Response changed =
                json(admin)
                        .header("If-Match", made.header("ETag"))
                        .body(Map.of("quota", 11, "window_seconds", 60))
                        .put(path);
        changed.then().statusCode(200).body("quota", equalTo(11));
        as(admin).get(LIMITS + "/read/overrides").then().body("subject", hasItem(user));
        as(admin).header("If-Match", made.header("ETag")).delete(path).then().statusCode(412);
        as(admin).header("If-Match", changed.header("ETag")).delete(path).then().statusCode(204);
        as(admin).header("If-Match", "*").delete(path).then().statusCode(404);
    }

    @Test
    void overrides_come_in_pages() {
        Tokens admin = Callers.admin();
        for (String key : List.of("k1", "k2", "k3")) {
            json(admin)
                    .body(Map.of("quota", 9, "window_seconds", 60))
                    .put(LIMITS + "/message/overrides/key/" + key)
                    .then()
                    .statusCode(200);
        }
        var seen = new ArrayList<String>();
        String next = LIMITS + "/message/overrides?page_size=2";
        while (next != null) {
            Response page = as(admin).urlEncodingEnabled(false).get(next);
            List<String> subjects = page.then().statusCode(200).extract().path("subject");
            assertThat(subjects).hasSizeBetween(1, 2);
            seen.addAll(subjects);
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("<(.*)>.*", "$1");
        }
        assertThat(seen).containsSubsequence("k1", "k2", "k3").doesNotHaveDuplicates();
    }

    @Test
    void addresses_have_no_overrides() {
        json(Callers.admin())
                .body(Map.of("quota", 9, "window_seconds", 60))
                .put(LIMITS + "/sign_in/overrides/user/ada")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"viewer", "developer", "operator"})
    void limits_are_for_admins(String role) {
        Tokens tokens = Callers.withRole(role);
        int seen = as(tokens).get(LIMITS).statusCode();
        assertThat(seen).isIn(200, 403);
        json(tokens)
                .header("If-Match", "*")
                .body(Map.of("quota", 9, "window_seconds", 60))
                .put(LIMITS + "/read")
                .then()
                .statusCode(403);
    }

    @Test
    void an_admin_of_one_environment_changes_no_limits() {
        String name = Callers.user(List.of(Map.of("role", "admin", "environment", "dev")));
        json(Callers.login(name, PASSWORD))
                .header("If-Match", "*")
                .body(Map.of("quota", 9, "window_seconds", 60))
                .put(LIMITS + "/read")
                .then()
                .statusCode(403)
                .body("detail", containsString("all clusters"));
    }

    @Test
    void another_instance_follows_a_change() {
        var other = new Limits(queries, defaults, config, vertx);
        other.onStart(null);
        var tenant = new Tenant("user", Callers.user(List.of()));
        json(Callers.admin())
                .body(Map.of("quota", 13, "window_seconds", 60))
                .put(LIMITS + "/write/overrides/user/" + tenant.subject())
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> other.of(LimitClass.WRITE, tenant).quota() == 13);
        other.onStop(null);
    }

    @Test
    void everybody_sees_what_is_left_of_their_own() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens tokens = Callers.login(name, PASSWORD);
        json(Callers.admin())
                .body(Map.of("quota", 10, "window_seconds", 600))
                .put(LIMITS + "/read/overrides/user/" + name)
                .then()
                .statusCode(200);
        as(tokens).get("/api/v1/clusters");
        as(tokens)
                .get(LIMITS + "/me")
                .then()
                .statusCode(200)
                .body("find { it.class == 'read' }.quota", equalTo(10))
                .body("find { it.class == 'read' }.remaining", equalTo(9))
                .body("find { it.class == 'read' }.window_seconds", equalTo(600))
                .body(
                        "find { it.class == 'read' }.reset_seconds",
                        both(greaterThan(30)).and(lessThanOrEqualTo(60)))
                .body("find { it.class == 'read' }.overridden", equalTo(true))
                .body("findAll { it.class == 'sign_in' }", hasSize(0));
        // An answer may be there a moment before its request is over.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                as(tokens)
                                        .get(LIMITS + "/me")
                                        .then()
                                        .body(
                                                "find { it.class == 'concurrent' }.remaining",
                                                equalTo(63)));
    }
}
