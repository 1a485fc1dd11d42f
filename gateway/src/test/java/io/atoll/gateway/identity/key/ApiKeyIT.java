package io.atoll.gateway.identity.key;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.identity.key.Keys.Issued;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making and keeping keys. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class ApiKeyIT {
    private String name;
    private Tokens owner;

    @BeforeEach
    void signIn() {
        name = Callers.user(List.of(Map.of("role", "operator")));
        owner = Callers.login(name, PASSWORD);
    }

    @Test
    void the_secret_is_told_once() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        assertThat(key.key()).startsWith("atl_" + key.id() + "_");
        String secret = key.key().substring(27);
        for (String path : List.of(Keys.PATH, Keys.PATH + "/" + key.id())) {
            String answer = as(owner).get(path).then().statusCode(200).extract().asString();
            assertThat(answer).contains(key.id()).doesNotContain(secret, "hash");
        }
    }

    @Test
    void a_key_is_shown_with_what_it_is_good_for() {
        Instant before = Instant.now();
        var made =
                Keys.tryCreate(
                        owner,
                        Map.of(
                                "name",
                                "deploys",
                                "scopes",
                                List.of("TOPIC_CREATE", "EVENT_VIEW"),
                                "clusters",
                                List.of("orders")));
        Issued key = Issued.of(made);
        var shown = as(owner).get(Keys.PATH + "/" + key.id()).then();
        shown.body("name", equalTo("deploys"));
        shown.body("owner", equalTo(name));
        shown.body("scopes", containsInAnyOrder("TOPIC_CREATE", "EVENT_VIEW"));
        shown.body("clusters", contains("orders"));
        Instant ends = Instant.parse(shown.extract().path("expires_at"));
        assertThat(ends)
                .isBetween(
                        before.plus(Duration.ofDays(90)), Instant.now().plus(Duration.ofDays(90)));
    }

    @Test
    void its_last_use_is_written_down() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        key.call().get("/api/v1/events").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                as(owner)
                                        .get(Keys.PATH + "/" + key.id())
                                        .then()
                                        .body("last_used_address", equalTo("127.0.0.1")));
    }

    @Test
    void what_a_key_must_not_have_is_refused() {
        Tokens admin = Callers.admin();
        for (String never : List.of("USER_MANAGE", "ROLE_MANAGE", "API_KEY_MANAGE")) {
            Keys.tryCreate(admin, Map.of("scopes", List.of("EVENT_VIEW", never)))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/scopes"));
        }
        Keys.tryCreate(owner, Map.of("scopes", List.of())).then().statusCode(400);
        Keys.tryCreate(owner, Map.of("scopes", List.of("NOT_ONE"))).then().statusCode(400);
        for (Duration wrong : List.of(Duration.ofSeconds(-5), Duration.ofDays(400))) {
            Keys.tryCreate(
                            owner,
                            Map.of(
                                    "scopes",
                                    List.of("EVENT_VIEW"),
                                    "expires_at",
                                    Instant.now().plus(wrong).toString()))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/expires_at"));
        }
    }

    @Test
    void a_user_has_a_name_for_each_key_and_not_too_many() {
        Keys.tryCreate(owner, Map.of("name", "one", "scopes", List.of("EVENT_VIEW")))
                .then()
                .statusCode(201);
        Keys.tryCreate(owner, Map.of("name", "one", "scopes", List.of("EVENT_VIEW")))
                .then()
                .statusCode(409);
        for (int i = 1; i < 20; i++) {
            Keys.create(owner, "EVENT_VIEW");
        }
        Keys.tryCreate(owner, Map.of("scopes", List.of("EVENT_VIEW")))
                .then()
                .statusCode(409)
                .body("detail", containsString("20 API keys"));
        as(owner).get(Keys.PATH).then().body("id", hasSize(20));
        assertThat(as(owner).get(Keys.PATH + "?page_size=15").header("Link"))
                .contains("page_token=");
        assertThat(as(owner).get(Keys.PATH + "?page_size=20").header("Link")).isNull();
    }

    @Test
    void what_cannot_be_looked_for_is_refused_and_breaks_nothing() {
        for (String query : List.of("page_token=x", "owner=%00", "owner=a%20b", "page_size=0")) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + owner.access())
                    .get(Keys.PATH + "?" + query)
                    .then()
                    .statusCode(400);
        }
        as(owner).get("/api/v1/auth/sessions?page_token=x").then().statusCode(400);
        as(owner).get(Keys.PATH + "/x").then().statusCode(404);
        Keys.tryCreate(
                        owner,
                        Map.of("scopes", List.of("EVENT_VIEW"), "clusters", List.of("a\u0000b")))
                .then()
                .statusCode(400);
    }

    @Test
    void the_keys_of_others_are_not_there_but_for_who_manages_keys() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        String path = Keys.PATH + "/" + key.id();
        Tokens other = Callers.withRole("operator");
        as(other).get(path).then().statusCode(404);
        as(other).delete(path).then().statusCode(404);
        Keys.rotate(other, key, Map.of()).then().statusCode(404);
        as(other).get(Keys.PATH + "?owner=" + name).then().statusCode(403);
        as(other).get(Keys.PATH + "?owner=*").then().statusCode(403);
        as(other).get(Keys.PATH).then().body("id", hasSize(0));

        Tokens admin = Callers.admin();
        as(admin).get(Keys.PATH + "?owner=" + name).then().body("id", contains(key.id()));
        as(admin).get(Keys.PATH + "?owner=*&page_size=1000").then().body("id", hasItem(key.id()));
        Keys.rotate(admin, key, Map.of()).then().statusCode(403);
        as(admin).delete(path).then().statusCode(204);
        as(owner).get(path).then().statusCode(404);
    }

    @Test
    void after_a_rotation_both_secrets_work_until_the_overlap_ends() {
        Issued first = Keys.create(owner, "EVENT_VIEW");
        var answer = Keys.rotate(owner, first, Map.of("overlap_seconds", 600));
        answer.then().statusCode(200).body("api_key.previous_until", containsString("T"));
        var second = new Issued(answer.path("id"), answer.path("key"));
        assertThat(second.id()).isEqualTo(first.id());
        first.call().get("/api/v1/events").then().statusCode(200);
        second.call().get("/api/v1/events").then().statusCode(200);

        String third = Keys.rotate(owner, first, Map.of("overlap_seconds", 0)).path("key");
        first.call().get("/api/v1/events").then().statusCode(401);
        second.call().get("/api/v1/events").then().statusCode(401);
        given().header("X-API-Key", third).get("/api/v1/events").then().statusCode(200);
        Keys.rotate(owner, first, Map.of("overlap_seconds", 604801)).then().statusCode(400);
    }

    @Test
    void a_key_makes_no_keys_and_changes_nothing_about_its_owner() {
        Issued key = Keys.create(owner, "EVENT_VIEW", "CLUSTER_VIEW");
        key.call()
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("kind", equalTo("key"));
        key.call()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "another", "scopes", List.of("EVENT_VIEW")))
                .post(Keys.PATH)
                .then()
                .statusCode(403)
                .body("detail", equalTo("An API key cannot do this: sign in."));
        for (String path :
                List.of(Keys.PATH, "/api/v1/auth/sessions", "/api/v1/users", "/clusters")) {
            key.call().get(path).then().statusCode(403);
        }
        key.call().delete("/api/v1/auth/sessions").then().statusCode(403);
        key.call()
                .contentType(ContentType.JSON)
                .body(Map.of("old_password", PASSWORD, "new_password", "a password of a thief"))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(403);
    }
}
