package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterLifeIT {

    private final Api api = Api.admin();

    @Test
    void createAnswersTheWholeClusterWithTheTemplatesValues() {
        api.post(
                        "/clusters",
                        """
                        {"name": "Orders EU", "environment": "dev", "tags": {"team": "pay"},
                         "kafka_config": {"num_partitions": 2, "custom_properties": {"log.retention.bytes": "1000000"}}}""")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/clusters/orders-eu")
                .header("ETag", "\"1\"")
                .body("id", equalTo("orders-eu"))
                .body("kind", equalTo("kafka"))
                .body("origin", equalTo("managed"))
                .body("runtime", equalTo("process"))
                .body("template_id", equalTo("development"))
                .body("template_version", equalTo(1))
                .body("generation", equalTo(1))
                .body("running", equalTo(true))
                .body("deleting", equalTo(false))
                .body("brokers", equalTo(1))
                .body("kafka_config.heap_size", equalTo("512M"))
                .body("kafka_config.num_partitions", equalTo(2))
                .body("kafka_config.custom_properties.'log.retention.bytes'", equalTo("1000000"))
                .body(
                        "kafka_config.custom_properties.'group.initial.rebalance.delay.ms'",
                        equalTo("0"))
                .body("rest_proxy_config", nullValue())
                .body("tags.team", equalTo("pay"))
                .body("created_by", equalTo("ada"))
                .body("created_at", notNullValue())
                .body("status.phase", equalTo("PENDING"));
    }

    @Test
    void whatWasCreatedIsReadTheSameAndListed() {
        String id = Api.name("read");
        String created = api.create(id).then().statusCode(201).extract().asString();
        String read =
                api.get("/clusters/" + id)
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"1\"")
                        .extract()
                        .asString();
        assertThat(read).contains("\"privileges\":[\"CLUSTER_VIEW\"");
        assertThat(read.replaceFirst(",\"privileges\":\\[[^]]*]", "")).isEqualTo(created);
        api.get("/clusters?q=" + id).then().statusCode(200).body("id", hasItem(id));
        api.get("/clusters/" + id + "/status")
                .then()
                .statusCode(200)
                .body("phase", equalTo("PENDING"));
    }

    @Test
    void startStopAndRestartRaiseTheGenerationOnlyWhenTheyChangeSomething() {
        String id = Api.name("life");
        api.create(id).then().statusCode(201);
        api.post("/clusters/" + id + "/start")
                .then()
                .statusCode(202)
                .body("generation", equalTo(1));
        api.post("/clusters/" + id + "/stop")
                .then()
                .statusCode(202)
                .header("ETag", "\"2\"")
                .body("generation", equalTo(2))
                .body("running", equalTo(false));
        api.post("/clusters/" + id + "/stop").then().statusCode(202).body("generation", equalTo(2));
        api.post("/clusters/" + id + "/stop?cleanup=true")
                .then()
                .statusCode(202)
                .body("generation", equalTo(3));
        api.post("/clusters/" + id + "/restart")
                .then()
                .statusCode(202)
                .body("generation", equalTo(4))
                .body("running", equalTo(true));
    }

    @Test
    void aChangeNeedsTheCurrentETag() {
        String id = Api.name("etag");
        api.create(id).then().statusCode(201);
        api.request()
                .body(Map.of("description", "x"))
                .put("/api/v1/clusters/" + id)
                .then()
                .statusCode(428)
                .contentType("application/problem+json");
        api.put("/clusters/" + id, "\"7\"", Map.of("description", "x"))
                .then()
                .statusCode(412)
                .body("detail", containsString("\"1\""));
        api.put("/clusters/" + id, "\"1\"", Map.of("description", "x"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("description", equalTo("x"));
        api.put("/clusters/" + id, "\"2\"", Map.of("description", "x"))
                .then()
                .statusCode(200)
                .body("generation", equalTo(2));
    }

    @Test
    void deletingIsRepeatableAndEndsAllOtherChanges() {
        String id = Api.name("doomed");
        api.create(id).then().statusCode(201);
        api.delete("/clusters/" + id)
                .then()
                .statusCode(202)
                .body("deleting", equalTo(true))
                .body("generation", equalTo(2));
        api.delete("/clusters/" + id).then().statusCode(202).body("generation", equalTo(2));
        api.post("/clusters/" + id + "/start").then().statusCode(409);
        api.put("/clusters/" + id, "\"2\"", Map.of("description", "x")).then().statusCode(409);
        api.create(id).then().statusCode(409).body("detail", containsString("still being deleted"));
    }

    @Test
    void anUnknownClusterIsNotFoundAndNearOnesAreNamed() {
        String id = Api.name("nearby");
        api.create(id).then().statusCode(201);
        api.get("/clusters/" + id + "x")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("near", hasItem(id));
        api.get("/clusters/..%2f%00").then().statusCode(404);
    }
}
