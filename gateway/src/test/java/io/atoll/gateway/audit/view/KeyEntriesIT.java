package io.atoll.gateway.audit.view;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entries of API keys. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class KeyEntriesIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static List<String> ids(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("id");
    }

    @Test
    void what_a_key_did_names_the_key_and_its_owner_everywhere() {
        String name = Callers.user(List.of(Map.of("role", "operator")));
        Tokens owner = Callers.login(name, PASSWORD);
        Response issued =
                as(owner)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "nightly run", "scopes", List.of("CLUSTER_STOP")))
                        .post("/api/v1/api-keys");
        String key = issued.then().statusCode(201).extract().path("id");
        String cluster = "c-" + UUID.randomUUID().toString().substring(0, 8);
        given().header("X-API-Key", issued.<String>path("key"))
                .post("/api/v1/clusters/" + cluster + "/stop")
                .then()
                .statusCode(200);
        given().header("X-API-Key", issued.<String>path("key"))
                .get("/api/v1/users")
                .then()
                .statusCode(403);
        as(owner).post("/api/v1/clusters/" + cluster + "/stop").then().statusCode(200);
        Tokens admin = Callers.admin();
        String of = "/api/v1/audit?key=" + key;
        await().atMost(SOON).until(() -> ids(as(admin).get(of)).size() == 2);
        as(admin)
                .get(of + "&cluster=" + cluster)
                .then()
                .body("subject", contains(name))
                .body("kind", contains("key"))
                .body("key_id", contains(key))
                .body("key_name", contains("nightly run"));
        assertThat(ids(as(admin).get("/api/v1/audit?cluster=" + cluster))).hasSize(2);
        String csv = as(admin).get("/api/v1/audit/export?format=csv&key=" + key).asString();
        assertThat(csv).contains(key + ",nightly run");
        String json = as(admin).get("/api/v1/audit/export?format=json&key=" + key).asString();
        assertThat(json).contains("\"key_id\":\"" + key + "\"", "\"key_name\":\"nightly run\"");
        as(admin).get("/api/v1/audit?key=nobody").then().statusCode(400);
    }
}
