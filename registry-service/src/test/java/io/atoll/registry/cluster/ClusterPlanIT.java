package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dry runs, conflicts and repeated requests. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterPlanIT {

    private final Api api = Api.admin();

    @Test
    void aDryRunOfACreationShowsTheWholeSpecAndCreatesNothing() {
        String id = Api.name("dry");
        api.post(
                        "/clusters?dry_run=true",
                        Map.of("name", id, "environment", "dev", "template_id", "production"))
                .then()
                .statusCode(200)
                .body("action", equalTo("create"))
                .body("cluster_id", equalTo(id))
                .body("spec.kind", equalTo("kafka"))
                .body("spec.brokers", equalTo(3))
                .body("changes.pointer", hasItem("/kafka_config/default_replication_factor"))
                .body("changes.find { it.pointer == '/brokers' }.after", equalTo("3"))
                .body("changes.find { it.pointer == '/brokers' }.restarts", equalTo(false));
        api.get("/clusters/" + id).then().statusCode(404);
    }

    @Test
    void aDryRunOfAChangeNamesEachFieldAndWhetherNodesRestart() {
        String id = Api.name("dry-put");
        api.create(id).then().statusCode(201);
        api.request()
                .header("If-Match", "\"1\"")
                .body("{\"description\": \"new\", \"kafka_config\": {\"heap_size\": \"1G\"}}")
                .put("/api/v1/clusters/" + id + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("changes", hasSize(2))
                .body("changes[0].pointer", equalTo("/description"))
                .body("changes[0].restarts", equalTo(false))
                .body("changes[1].pointer", equalTo("/kafka_config/heap_size"))
                .body("changes[1].before", equalTo("512M"))
                .body("changes[1].after", equalTo("1G"))
                .body("changes[1].restarts", equalTo(true));
        api.get("/clusters/" + id).then().body("generation", equalTo(1));
    }

    @Test
    void dryRunsOfLifeChangeNothing() {
        String id = Api.name("dry-life");
        api.create(id).then().statusCode(201);
        api.post("/clusters/" + id + "/stop?dry_run=true&cleanup=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("stop"))
                .body("changes.pointer", hasItem("/running"))
                .body("changes.pointer", hasItem("/data_epoch"));
        api.post("/clusters/" + id + "/start?dry_run=true").then().body("changes", hasSize(0));
        api.post("/clusters/" + id + "/restart?dry_run=true")
                .then()
                .body("changes[0].restarts", equalTo(true));
        api.delete("/clusters/" + id + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("delete"))
                .body("spec", nullValue());
        api.get("/clusters/" + id)
                .then()
                .body("generation", equalTo(1))
                .body("deleting", equalTo(false));
    }

    @Test
    void aDryRunIsValidatedLikeTheRealThing() {
        api.post("/clusters?dry_run=true", Map.of("name", "x", "environment", "dev", "brokers", 2))
                .then()
                .statusCode(422);
        String id = Api.name("dry-taken");
        api.create(id).then().statusCode(201);
        api.post("/clusters?dry_run=true", Map.of("name", id, "environment", "dev"))
                .then()
                .statusCode(409);
    }

    @Test
    void idsNamesAndPortsThatAreTakenAreConflicts() {
        String id = Api.name("taken");
        api.post(
                        "/clusters",
                        "{\"name\": \"%s\", \"environment\": \"dev\", \"ports\": {\"kafka_port\": 9444}}"
                                .formatted(id))
                .then()
                .statusCode(201);
        api.create(id).then().statusCode(409).body("detail", containsString("'" + id + "'"));
        api.create(id + "!").then().statusCode(409).body("detail", containsString("'" + id + "'"));
        api.post(
                        "/clusters",
                        Map.of(
                                "name",
                                id.toUpperCase(java.util.Locale.ROOT),
                                "id",
                                id + "-2",
                                "environment",
                                "dev"))
                .then()
                .statusCode(409)
                .body("detail", containsString("name"));
        api.post(
                        "/clusters",
                        "{\"name\": \"%s-p\", \"environment\": \"dev\", \"template_id\": \"production\", \"ports\": {\"kafka_port\": 9443}}"
                                .formatted(id))
                .then()
                .statusCode(409)
                .body("detail", containsString("9444"));
        api.create(id + "-other").then().statusCode(201);
        api.put("/clusters/" + id + "-other", "\"1\"", Map.of("name", id)).then().statusCode(409);
    }

    @Test
    void aRepeatedRequestWithOneKeyGetsTheFirstAnswer() {
        String name = Api.name("again");
        Map<String, Object> body = Map.of("name", name, "environment", "dev");
        String first = keyed(name, body, Api.admin()).then().statusCode(201).extract().asString();
        api.post("/clusters/" + name + "/stop").then().statusCode(202);
        String second =
                keyed(name, body, Api.admin())
                        .then()
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .extract()
                        .asString();
        assertThat(second).isEqualTo(first);
        keyed(name, Map.of("name", name + "-b", "environment", "dev"), Api.admin())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
        Api other = Api.as("bob", Grant.everywhere(Role.ADMIN));
        keyed(name, body, other).then().statusCode(409);
    }

    /** The right to ask is asked for each time, whoever of one name asks. */
    @Test
    void whoMayNotMakeAClusterGetsNoAnswerThatWasKept() {
        String name = Api.name("kept");
        Map<String, Object> body = Map.of("name", name, "environment", "dev");
        Grant all = Grant.everywhere(Role.ADMIN);
        keyed(name, body, Api.as("carol", all)).then().statusCode(201);
        keyed(name, body, Api.as("carol", all)).then().statusCode(201);
        Api now = Api.as("carol", new Grant(Role.ADMIN, "staging", null, null));
        keyed(name, body, now).then().statusCode(403);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String name = Api.name("free-key");
        keyed(name, Map.of("name", name, "environment", "dev", "brokers", 2), api)
                .then()
                .statusCode(422);
        keyed(name, Map.of("name", name, "environment", "dev"), api).then().statusCode(201);
    }

    private static io.restassured.response.Response keyed(String key, Object body, Api caller) {
        return caller.request().header("Idempotency-Key", key).body(body).post("/api/v1/clusters");
    }
}
