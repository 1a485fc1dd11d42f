package io.atoll.gateway.rate;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class RateIT {
    private static final String TOPICS = "/api/v1/clusters/orders/topics";
    private static final String LIMITS = "/api/v1/limits/";

    @Inject RedisDataSource redis;

    private static String user() {
        return Callers.user(List.of(Map.of("role", "operator")));
    }

    private static void allow(String user, LimitClass limitClass, int quota) {
        var limit =
                limitClass.hasWindow()
                        ? Map.of("quota", quota, "window_seconds", 600)
                        : Map.of("quota", quota);
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(limit)
                .put(LIMITS + limitClass.wire() + "/overrides/user/" + user)
                .then()
                .statusCode(200);
    }

    private static void change(LimitClass limitClass, int quota) {
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("quota", quota, "window_seconds", 600))
                .put(LIMITS + limitClass.wire())
                .then()
                .statusCode(200);
    }

    private static void restore(Tokens admin, LimitClass limitClass) {
        as(admin).header("If-Match", "*").delete(LIMITS + limitClass.wire()).then().statusCode(204);
    }

    @Test
    void every_answer_of_the_api_says_what_is_left() {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, LimitClass.READ, 10);
        for (int left = 9; left > 4; left--) {
            as(tokens)
                    .get(TOPICS)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"read\";q=10;w=600")
                    .header("RateLimit", matchesPattern("\"read\";r=" + left + ";t=\\d+"));
        }
        as(tokens)
                .post("/api/v1/users")
                .then()
                .statusCode(403)
                .header("RateLimit-Policy", "\"write\";q=1200;w=60");
        given().get(TOPICS)
                .then()
                .statusCode(401)
                .header("RateLimit", matchesPattern("\"address\";r=\\d+;t=\\d+"));
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("RateLimit-Policy", matchesPattern("\"address\";q=\\d+;w=\\d+"));
        Callers.tryLogin(name, PASSWORD)
                .then()
                .header("RateLimit", matchesPattern("\"sign_in\";r=\\d+;t=\\d+"));
        given().header("Authorization", "Bearer nonsense")
                .get(TOPICS)
                .then()
                .statusCode(401)
                .header("RateLimit", containsString("address"));
    }

    @Test
    void over_the_limit_it_is_said_which_and_when_to_come_back() {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, LimitClass.MESSAGE, 3);
        String path = "/api/v1/clusters/orders/produce";
        for (int i = 0; i < 3; i++) {
            as(tokens).post(path).then().statusCode(200);
        }
        Response refused = as(tokens).body(new byte[100_000]).post(path);
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", "\"message\";q=3;w=600")
                .body("'violated-policies'", equalTo(List.of("message")))
                .body(
                        "type",
                        equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"));
        int t = Integer.parseInt(refused.header("RateLimit").replaceAll(".*t=", ""));
        assertThat(refused.header("RateLimit")).startsWith("\"message\";r=0;");
        assertThat(t).isBetween(190, 200);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(t, t + t / 10 + 2);
        as(tokens).get(TOPICS).then().statusCode(200);
        assertThat(given().get("/metrics").asString())
                .contains("atoll_gateway_rate_refused_total{class=\"message\"");
    }

    @Test
    void a_limit_that_is_raised_lets_through_at_once() {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, LimitClass.READ, 1);
        as(tokens).get(TOPICS).then().statusCode(200);
        as(tokens).get(TOPICS).then().statusCode(429);
        as(Callers.admin())
                .header("If-Match", "*")
                .delete(LIMITS + "read/overrides/user/" + name)
                .then()
                .statusCode(204);
        as(tokens).get(TOPICS).then().statusCode(200);
    }

    @Test
    void a_flood_of_strangers_is_stopped_and_those_who_are_known_go_on() {
        Tokens admin = Callers.admin();
        Tokens known = Callers.withRole("viewer");
        as(known).get(TOPICS).then().statusCode(200);
        change(LimitClass.ADDRESS, 5);
        try {
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 20; i++) {
                String wrong = "Bearer wrong." + i + ".token";
                statuses.add(given().header("Authorization", wrong).get(TOPICS).statusCode());
            }
            assertThat(statuses)
                    .containsOnly(401, 429)
                    .filteredOn(s -> s == 401)
                    .hasSizeLessThan(6);
            given().cookie("atoll_session", "A".repeat(64)).get(TOPICS).then().statusCode(429);
            given().cookie("atoll_session", "A".repeat(64)).get("/clusters").then().statusCode(429);
            given().header("X-Forwarded-For", "10.0.0.1").get("/metrics").then().statusCode(429);
            as(known).get(TOPICS).then().statusCode(200);
            given().get("/health/live").then().statusCode(200);
            given().get("/static/app.css").then().statusCode(200);
        } finally {
            restore(admin, LimitClass.ADDRESS);
        }
    }

    @Test
    void sign_ins_are_counted_before_a_password_is_looked_at() {
        Tokens admin = Callers.admin();
        change(LimitClass.SIGN_IN, 5);
        try {
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 10; i++) {
                statuses.add(Callers.tryLogin("nobody-" + i, "wrong password").statusCode());
            }
            assertThat(statuses)
                    .containsOnly(401, 429)
                    .filteredOn(s -> s == 401)
                    .hasSizeLessThan(6);
            Response form = Callers.form("nobody", "wrong password", "/");
            assertThat(form.statusCode()).isEqualTo(303);
            assertThat(form.header("Location")).isEqualTo("/signin?error=busy");
            assertThat(form.header("Retry-After")).isNotNull();
        } finally {
            restore(admin, LimitClass.SIGN_IN);
        }
    }

    @Test
    void pages_are_a_class_of_their_own() {
        String name = user();
        String session = Callers.session(name, PASSWORD);
        allow(name, LimitClass.READ, 1);
        for (int i = 0; i < 5; i++) {
            given().cookie("atoll_session", session)
                    .get("/clusters/orders")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"page\";q=6000;w=60");
        }
    }

    @Test
    void health_with_a_token_asks_the_services_and_counts_as_reading() {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, LimitClass.READ, 2);
        for (int i = 0; i < 2; i++) {
            as(tokens)
                    .get("/health")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"read\";q=2;w=600");
        }
        as(tokens).get("/health").then().statusCode(429);
        given().get("/health").then().header("RateLimit-Policy", nullValue());
    }

    @Test
    void nothing_in_redis_tells_who_asked() {
        String name = user();
        // A count goes from Redis once all of it is back: this one is there for a minute.
        allow(name, LimitClass.READ, 10);
        as(Callers.login(name, PASSWORD)).get(TOPICS).then().statusCode(200);
        assertThat(redis.key().keys("atoll:rate:*"))
                .isNotEmpty()
                .allMatch(key -> key.matches("atoll:rate:\\{[0-9a-f]{32}}"));
        assertThat(redis.key().keys("*" + name + "*")).isEmpty();
    }
}
