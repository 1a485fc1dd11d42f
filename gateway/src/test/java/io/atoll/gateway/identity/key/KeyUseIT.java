package io.atoll.gateway.identity.key;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.identity.key.Keys.Issued;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests with keys. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class KeyUseIT {
    private static final String EVENTS = "/api/v1/events";

    @Inject Pool pool;

    private String name;
    private Tokens owner;

    @BeforeEach
    void signIn() {
        name = Callers.user(List.of(Map.of("role", "operator")));
        owner = Callers.login(name, PASSWORD);
    }

    private static int status(String key) {
        return given().header("X-API-Key", key).get(EVENTS).statusCode();
    }

    private static void soonRefused(String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(key)).isEqualTo(401));
    }

    @Test
    void forged_keys_are_refused() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        UUID id = KeyId.require(key.id());
        assertThat(status(key.key())).isEqualTo(200);
        assertThat(status(KeySecret.fresh(id).wire())).as("another secret").isEqualTo(401);
        assertThat(status(KeySecret.fresh(UUID.randomUUID()).wire())).isEqualTo(401);
        assertThat(status(key.key().substring(0, 65) + "!")).isEqualTo(401);
        assertThat(status("")).isEqualTo(401);
        assertThat(status("null")).isEqualTo(401);
    }

    @Test
    void a_key_that_is_revoked_is_refused_at_once() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        assertThat(status(key.key())).isEqualTo(200);
        as(owner).delete(Keys.PATH + "/" + key.id()).then().statusCode(204);
        assertThat(status(key.key())).isEqualTo(401);
    }

    @Test
    void a_key_that_another_instance_revoked_is_refused_within_five_seconds() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        assertThat(status(key.key())).isEqualTo(200);
        pool.preparedQuery("delete from api_key where id = $1")
                .execute(Tuple.of(KeyId.require(key.id())))
                .await()
                .atMost(Duration.ofSeconds(5));
        soonRefused(key.key());
    }

    @Test
    void a_key_that_expired_is_refused() {
        var made =
                Keys.tryCreate(
                        owner,
                        Map.of(
                                "scopes",
                                List.of("EVENT_VIEW"),
                                "expires_at",
                                java.time.Instant.now().plusSeconds(10).toString()));
        Issued key = Issued.of(made);
        assertThat(status(key.key())).isEqualTo(200);
        soonRefused(key.key());
    }

    @Test
    void the_keys_of_a_disabled_user_are_refused() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        assertThat(status(key.key())).isEqualTo(200);
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("disabled", true))
                .put("/api/v1/users/" + name)
                .then()
                .statusCode(200);
        soonRefused(key.key());
    }

    @Test
    void the_keys_of_a_user_who_is_removed_are_refused() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        assertThat(status(key.key())).isEqualTo(200);
        as(Callers.admin()).delete("/api/v1/users/" + name).then().statusCode(204);
        soonRefused(key.key());
    }

    @Test
    void a_key_may_only_what_its_scopes_say() {
        Issued key = Keys.create(owner, "TOPIC_VIEW");
        key.call().get("/api/v1/clusters/any/topics").then().statusCode(200);
        key.call().get(EVENTS).then().statusCode(403).body("detail", containsString("EVENT_VIEW"));
    }

    @Test
    void a_key_may_no_more_than_its_owner_may_now() {
        String weak = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens tokens = Callers.login(weak, PASSWORD);
        Issued key = Keys.create(tokens, "EVENT_VIEW", "TOPIC_DELETE");
        key.call().get(EVENTS).then().statusCode(200);
        key.call().delete("/api/v1/clusters/any/topics/t").then().statusCode(403);
        String grant = as(Callers.admin()).get("/api/v1/users/" + weak).path("grants[0].id");
        as(Callers.admin())
                .delete("/api/v1/users/" + weak + "/grants/" + grant)
                .then()
                .statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(key.key())).isEqualTo(403));
    }

    @Test
    void a_service_hears_of_the_owner_the_scopes_and_the_clusters_and_never_of_the_key() {
        var made =
                Keys.tryCreate(
                        owner,
                        Map.of("scopes", List.of("TOPIC_VIEW"), "clusters", List.of("orders")));
        Issued key = Issued.of(made);
        Response answer = key.call().get("/api/v1/clusters/orders/topics");
        assertThat(answer.asString()).doesNotContain("atl_").doesNotContain("x-api-key");
        String token = answer.<String>path("headers.authorization").substring("Bearer ".length());
        var claims =
                new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        assertThat(claims.getString("sub")).isEqualTo(name);
        assertThat(claims.getString("kind")).isEqualTo("key");
        assertThat(claims.getJsonArray("grants")).hasSize(1);
        JsonObject grant = claims.getJsonArray("grants").getJsonObject(0);
        assertThat(grant.getString("cluster")).isEqualTo("orders");
        assertThat(Set.copyOf(grant.getJsonArray("permissions").getList()))
                .isEqualTo(Set.of("TOPIC_VIEW", "CLUSTER_VIEW"));
    }

    @Test
    void two_headers_are_none_and_a_header_outranks_the_cookie() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        key.call()
                .header("Authorization", "Bearer " + owner.access())
                .get(EVENTS)
                .then()
                .statusCode(401);
        key.call().header("X-API-Key", key.key()).get(EVENTS).then().statusCode(401);
        String session = Callers.session(name, PASSWORD);
        key.call()
                .cookie("atoll_session", session)
                .get("/api/v1/auth/me")
                .then()
                .body("kind", equalTo("key"));
        given().header("X-API-Key", "wrong")
                .cookie("atoll_session", session)
                .get(EVENTS)
                .then()
                .statusCode(401);
    }

    @Test
    void a_key_in_an_address_is_refused_and_said_so() {
        Issued key = Keys.create(owner, "EVENT_VIEW");
        for (String query :
                List.of(
                        "api_key=" + key.key(),
                        "x-api-key=1",
                        "APIKEY=1",
                        "cluster=" + key.key(),
                        "q=" + key.key().replace("_", "%5F"))) {
            given().urlEncodingEnabled(false)
                    .get(EVENTS + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("X-API-Key"));
        }
    }
}
