package io.atoll.registry.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.contracts.Topics;
import io.atoll.registry.Api;
import io.atoll.registry.ControlKafka;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is published, what is observed, and how a deletion ends. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterStatusIT {

    private final Api api = Api.admin();

    @Test
    void theFullWishIsPublishedAfterEachChange() {
        api.post(
                        "/clusters",
                        """
                        {"name": "Golden", "environment": "staging", "template_id": "production",
                         "description": "for the record", "tags": {"team": "pay", "app": "orders"},
                         "rest_proxy_config": {}, "ports": {"kafka_port": 9700},
                         "kafka_config": {"custom_properties": {"log.retention.bytes": "1000000"}}}""")
                .then()
                .statusCode(201);
        api.post("/clusters/golden/stop").then().statusCode(202);
        List<ConsumerRecord<String, String>> wishes =
                ControlKafka.await(Topics.CLUSTERS_DESIRED, "golden", 2);
        GoldenFile.assertSame(
                Path.of("src/test/resources/golden/cluster-desired.json"),
                JsonPath.from(wishes.getFirst().value())
                                .prettify()
                                .replaceAll(
                                        "\"updated_at\": \"[^\"]+\"", "\"updated_at\": \"TIME\"")
                        + "\n");
        JsonPath second = JsonPath.from(wishes.get(1).value());
        assertThat(second.getLong("generation")).isEqualTo(2);
        assertThat(second.getBoolean("spec.running")).isFalse();
        List<ConsumerRecord<String, String>> events =
                ControlKafka.await(Topics.EVENTS, "golden", 2);
        assertThat(events.stream().map(e -> JsonPath.from(e.value()).getString("type")))
                .containsExactly("cluster.created", "cluster.stop_requested");
        assertThat(JsonPath.from(events.getFirst().value()).getString("subject")).isEqualTo("ada");
    }

    @Test
    void aRequestThatChangesNothingPublishesNothing() {
        String id = Api.name("still");
        api.create(id).then().statusCode(201);
        api.post("/clusters/" + id + "/start").then().statusCode(202);
        api.post("/clusters/" + id + "/stop?dry_run=true").then().statusCode(200);
        api.post("/clusters/" + id + "/stop").then().statusCode(202);
        List<ConsumerRecord<String, String>> wishes =
                ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 2);
        assertThat(wishes).hasSize(2);
    }

    @Test
    void onlyANewerObservationIsShown() throws Exception {
        String id = Api.name("seen");
        api.create(id).then().statusCode(201);
        ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 1);
        send(id, 5, false, "RUNNING", 1);
        awaitPhase(id, "RUNNING");
        send(id, 4, false, "FAILED", 1);
        send(id, 5, false, "DEGRADED", 1);
        send(id, 6, false, "STOPPED", 1);
        awaitPhase(id, "STOPPED");
        api.get("/clusters/" + id)
                .then()
                .body("status.observed_generation", equalTo(1))
                .body("status.endpoints.kafka", equalTo("127.0.0.1:9000"))
                .body("generation", equalTo(1));
        api.get("/clusters?status=STOPPED&q=" + id).then().body("size()", equalTo(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () ->
                                assertThat(RestAssured.get("/metrics").asString())
                                        .containsPattern(
                                                "atoll_clusters\\{phase=\"STOPPED\",?} [1-9]"));
    }

    @Test
    void aPoisonedMessageIsSetAsideAndTheNextOneIsRead() throws Exception {
        String id = Api.name("poison");
        api.create(id).then().statusCode(201);
        ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 1);
        ControlKafka.send(Topics.CLUSTERS_STATUS, id, "{ not json");
        ControlKafka.send(Topics.CLUSTERS_STATUS, id, "{\"id\": \"" + id + "\"}");
        ControlKafka.send(Topics.CLUSTERS_STATUS, id, null);
        send(id, 1, false, "RUNNING", 1);
        awaitPhase(id, "RUNNING");
        assertThat(ControlKafka.await(Topics.CLUSTERS_STATUS + Topics.DEAD_SUFFIX, id, 2))
                .hasSize(2);
    }

    @Test
    void aRunningClusterIsDeletedOnlyByForceAndGoesWhenItIsGone() throws Exception {
        String id = Api.name("going");
        api.create(id).then().statusCode(201);
        ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 1);
        send(id, 1, false, "RUNNING", 1);
        awaitPhase(id, "RUNNING");
        api.delete("/clusters/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("force=true"));
        api.delete("/clusters/" + id + "?force=true")
                .then()
                .statusCode(202)
                .body("deleting", equalTo(true));
        send(id, 2, false, "DELETING", 2);
        awaitPhase(id, "DELETING");
        send(id, 3, true, "DELETING", 2);
        awaitGone(id);
        List<ConsumerRecord<String, String>> wishes =
                ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 3);
        assertThat(JsonPath.from(wishes.get(1).value()).getBoolean("deleted")).isTrue();
        assertThat(wishes.get(2).value()).isNull();
        assertThat(
                        ControlKafka.await(Topics.EVENTS, id, 3).stream()
                                .map(e -> JsonPath.from(e.value()).getString("type")))
                .containsExactly("cluster.created", "cluster.delete_requested", "cluster.deleted");
    }

    @Test
    void aClusterMadeAgainGoesOnFromTheLastGenerationAndIgnoresWhatIsOld() throws Exception {
        String id = Api.name("phoenix");
        api.create(id).then().statusCode(201);
        api.delete("/clusters/" + id).then().statusCode(202);
        ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 2);
        send(id, 7, true, "DELETING", 2);
        awaitGone(id);
        api.create(id)
                .then()
                .statusCode(201)
                .header("ETag", "\"3\"")
                .body("generation", equalTo(3));
        send(id, 8, true, "DELETING", 2); // delivered late, of the first life
        send(id, 9, false, "FAILED", 2);
        send(id, 1, false, "RUNNING", 3);
        awaitPhase(id, "RUNNING");
        api.put("/clusters/" + id, "\"3\"", "{\"description\": \"second life\"}")
                .then()
                .statusCode(200)
                .body("generation", equalTo(4));
    }

    @Test
    void whatIsGoneButNotToGoStays() throws Exception {
        String id = Api.name("stays");
        api.create(id).then().statusCode(201);
        ControlKafka.await(Topics.CLUSTERS_DESIRED, id, 1);
        send(id, 1, true, "DELETING", 1);
        send(id, 2, false, "RUNNING", 1);
        awaitPhase(id, "RUNNING");
    }

    private void awaitPhase(String id, String phase) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                api.get("/clusters/" + id + "/status")
                                        .then()
                                        .statusCode(200)
                                        .body("phase", equalTo(phase)));
    }

    private void awaitGone(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> api.get("/clusters/" + id).then().statusCode(404));
    }

    private static void send(String id, long sequence, boolean gone, String phase, long generation)
            throws Exception {
        ControlKafka.send(
                Topics.CLUSTERS_STATUS,
                id,
                """
                {"id": "%s", "sequence": %d, "gone": %s, "a_field_of_the_future": 1, "status": {
                  "phase": "%s", "observed_generation": %d, "conditions": [],
                  "endpoints": {"kafka": "127.0.0.1:9000"}, "nodes": [],
                  "updated_at": "2026-01-02T03:04:05Z"}}"""
                        .formatted(id, sequence, gone, phase, generation));
    }
}
