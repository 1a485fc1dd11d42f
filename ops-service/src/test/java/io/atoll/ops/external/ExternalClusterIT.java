package io.atoll.ops.external;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.contracts.connection.SealContext;
import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.seal.Seal;
import io.atoll.ops.Api;
import io.atoll.ops.ControlTopic;
import io.atoll.ops.TestClusters;
import io.atoll.ops.endpoint.SecureBroker;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cluster that runs elsewhere, from its record to its records. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ExternalClusterIT {

    private static final String CANARY = "canary-4c0e";
    private static final SecureBroker BROKER = SecureBroker.shared();

    @Inject Seal seal;
    @Inject ObjectMapper mapper;

    @Test
    void topics_and_messages_work_and_the_status_tells_that_it_answers() {
        register("ext-scram", "ada", SecureBroker.PASSWORD, false);
        Api.awaitStatus("ext-scram", 200);
        Api.topic("ext-scram", "ext-orders", 1);
        produce("ext-scram", "ext-orders").then().statusCode(200);
        Api.admin()
                .get(Api.CLUSTERS + "ext-scram/consume?topic=ext-orders&timeout_ms=30000")
                .then()
                .statusCode(200)
                .body("records[0].value", equalTo("hello"));
        var told = ControlTopic.await(Topics.CLUSTERS_STATUS, "ext-scram", "RUNNING");
        assertThat(told).contains("broker-1").doesNotContain(SecureBroker.PASSWORD);
        ControlTopic.await(Topics.EVENTS, "ext-scram", "cluster.phase_changed");
    }

    @Test
    void new_credentials_are_used_without_a_restart_and_old_clients_end() throws Exception {
        BROKER.password("rotated", "first");
        register("ext-rotate", "rotated", "first", false);
        Api.awaitStatus("ext-rotate", 200);
        var before = adminThreads("ext-rotate");
        assertThat(before).hasSize(1);
        BROKER.password("rotated", "second");
        register("ext-rotate", "rotated", "second", false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            Api.admin()
                                    .get(Api.topics("ext-rotate") + "?fresh=true")
                                    .then()
                                    .statusCode(200);
                            assertThat(adminThreads("ext-rotate"))
                                    .hasSize(1)
                                    .doesNotContainAnyElementsOf(before);
                        });
    }

    private static List<String> adminThreads(String cluster) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("kafka-admin") && name.contains(cluster + "-"))
                .toList();
    }

    @Test
    void wrong_credentials_are_a_condition_and_an_answer_without_the_secret() {
        register("ext-wrong", "ada", CANARY, false);
        Api.awaitStatus("ext-wrong", 503);
        Api.admin()
                .get(Api.topics("ext-wrong") + "?fresh=true")
                .then()
                .statusCode(503)
                .body(not(containsString(CANARY)));
        var told = ControlTopic.await(Topics.CLUSTERS_STATUS, "ext-wrong", "AuthenticationFailed");
        assertThat(told).contains("FAILED").doesNotContain(CANARY);
    }

    @Test
    void credentials_of_another_cluster_or_address_are_not_opened() {
        var credentials = scram("ada", SecureBroker.PASSWORD);
        var sealedForOther = held("ext-other", List.of(BROKER.address("SCRAM")), credentials);
        TestClusters.external(
                "ext-swapped",
                new ExternalKafkaSpec(List.of(BROKER.address("SCRAM")), sealedForOther, Map.of()),
                false);
        var moved = held("ext-moved", List.of("elsewhere.example:9092"), credentials);
        TestClusters.external(
                "ext-moved",
                new ExternalKafkaSpec(List.of(BROKER.address("SCRAM")), moved, Map.of()),
                false);
        for (var id : List.of("ext-swapped", "ext-moved")) {
            var told = ControlTopic.await(Topics.CLUSTERS_STATUS, id, "AuthenticationFailed");
            assertThat(told).contains("cannot be opened here");
        }
    }

    @Test
    void an_unregistered_cluster_leaves_the_topic_of_statuses() {
        register("ext-gone", "ada", SecureBroker.PASSWORD, false);
        ControlTopic.await(Topics.CLUSTERS_STATUS, "ext-gone", "RUNNING");
        TestClusters.raw(Topics.CLUSTERS_DESIRED, "ext-gone", null);
        ControlTopic.awaitTombstone(Topics.CLUSTERS_STATUS, "ext-gone");
        Api.awaitStatus("ext-gone", 404);
    }

    /** A route that changes something and is not here fails this test: give it a body. */
    @Test
    void every_change_of_a_read_only_cluster_is_refused() throws Exception {
        register("ext-frozen", "ada", SecureBroker.PASSWORD, true);
        Api.awaitStatus("ext-frozen", 200);
        var bodies =
                Map.of(
                        "POST /topics", "{\"name\":\"new\"}",
                        "DELETE /topics/{topic}", "{}",
                        "PUT /topics/{topic}/config", "{\"config\":{\"retention.ms\":\"1000\"}}",
                        "POST /produce", "{\"topic\":\"t\",\"records\":[{\"value\":\"v\"}]}");
        var document =
                mapper.readTree(
                        Files.readString(
                                Path.of("../contracts/src/main/resources/openapi/ops.json")));
        int walked = 0;
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var verb = method.getKey().toUpperCase(java.util.Locale.ROOT);
                if (List.of("POST", "PUT", "DELETE", "PATCH").contains(verb)) {
                    var below = path.getKey().replace("/api/v1/clusters/{id}", "");
                    refused(verb, below, bodies.getOrDefault(verb + " " + below, "{}"));
                    walked++;
                }
            }
        }
        assertThat(walked).isGreaterThanOrEqualTo(bodies.size());
    }

    private static void refused(String verb, String below, String body) {
        var path = Api.CLUSTERS + "ext-frozen" + below.replaceAll("\\{[^}]+}", "any");
        for (var query : List.of("", "?dry_run=true")) {
            Api.admin()
                    .body(body)
                    .request(verb, path + query)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/read-only"));
        }
    }

    @Test
    void the_door_for_tests_opens_to_the_registrys_seal_alone() {
        var right = order("new", Instant.now());
        door(right.text()).then().statusCode(200).body("ok", equalTo(true));
        var other = seal.seal(new Secret("{}"), "another context");
        door(other.text()).then().statusCode(401);
        door(order("new", Instant.now().minusSeconds(90)).text()).then().statusCode(401);
        door("v1.0123456789abcdef." + "A".repeat(80) + ".AAAA").then().statusCode(401);
    }

    @Test
    void credentials_that_cannot_be_opened_are_told_of_and_not_tried() {
        door(order("another", Instant.now()).text())
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("failure.stage", equalTo("AUTHENTICATION"))
                .body("failure.message", containsString("cannot be opened here"));
    }

    private static io.restassured.response.Response door(String order) {
        return given().contentType(ContentType.JSON)
                .body("\"" + order + "\"")
                .post(ConnectionTestOrder.PATH);
    }

    /**
     * @param owner of the secrets in the order, which is about the cluster {@code new}
     */
    private Sealed order(String owner, Instant at) {
        var servers = List.of(BROKER.address("SCRAM"));
        var held = held(owner, servers, scram("ada", SecureBroker.PASSWORD));
        var order = new ConnectionTestOrder("new", servers, held.sealed(), Map.of(), at);
        try {
            return seal.seal(
                    new Secret(mapper.writeValueAsString(order)), ConnectionTestOrder.CONTEXT);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static io.restassured.response.Response produce(String cluster, String topic) {
        return Api.admin()
                .body(Map.of("topic", topic, "records", List.of(Map.of("value", "hello"))))
                .post(Api.CLUSTERS + cluster + "/produce");
    }

    private void register(String id, String user, String password, boolean readOnly) {
        var servers = List.of(BROKER.address("SCRAM"));
        var held = held(id, servers, scram(user, password));
        TestClusters.external(id, new ExternalKafkaSpec(servers, held, Map.of()), readOnly);
    }

    private static Credentials<Secret> scram(String user, String password) {
        return new Credentials.ScramSha512<>(user, new Secret(password), null);
    }

    private HeldCredentials held(String id, List<String> servers, Credentials<Secret> credentials) {
        var context = new SealContext(id, servers, credentials);
        return new HeldCredentials(
                credentials.map((field, secret) -> seal.seal(secret, context.of(field))),
                "0123456789abcdef",
                Instant.EPOCH);
    }
}
