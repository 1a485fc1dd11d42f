package io.atoll.registry.external;

import static io.atoll.registry.external.Registration.request;
import static io.atoll.registry.external.Registration.scram;
import static io.atoll.registry.external.Registration.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.registry.Api;
import io.atoll.registry.ControlKafka;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters that run elsewhere, and those that nothing may change. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(OpsStandIn.class)
class ExternalIT {

    private static final String CANARY = Registration.CANARY;
    private static final Api ADA = Api.admin();

    @Inject Pool pool;

    @BeforeEach
    void everyConnectionWorks() {
        OpsStandIn.fails("");
    }

    @Test
    void a_registered_cluster_shows_all_but_its_secret() {
        String name = Api.name("ext");
        ADA.post("/clusters", request(name))
                .then()
                .statusCode(201)
                .body("origin", equalTo("external"))
                .body("status.phase", equalTo("PENDING"))
                .body("credentials.mechanism", equalTo("scram-sha-512"))
                .body("credentials.username", equalTo("ada"))
                .body("credentials.fingerprint", notNullValue())
                .body("bootstrap_servers", equalTo(List.of("kafka-1.example:9092")))
                .body("warnings", hasItem(containsString("in clear")))
                .body(not(containsString("v1.")));
        assertThat(OpsStandIn.asked()).startsWith("\"v1.").doesNotContain(CANARY, "ada");
        var wish = ControlKafka.await(Topics.CLUSTERS_DESIRED, name, 1).getFirst().value();
        assertThat(wish).contains("external_kafka", "\"password\":\"v1.");
        var seen =
                List.of(
                        ADA.get("/clusters/" + name).asString(),
                        ADA.get("/clusters").asString(),
                        ADA.post("/clusters?dry_run=true", request(name + "-x")).asString(),
                        wish,
                        ControlKafka.await(Topics.EVENTS, name, 1).getFirst().value(),
                        rows("cluster"),
                        rows("outbox"),
                        rows("replay"));
        assertThat(seen).noneMatch(text -> text.contains(CANARY));
        assertThat(seen.get(2)).contains("\"action\":\"register\"").doesNotContain("v1.");
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, /bootstrap_servers",
        "POLICY, /bootstrap_servers",
        "TLS, /credentials",
        "AUTHENTICATION, /credentials"
    })
    void nothing_is_stored_where_the_connection_fails(String stage, String pointer) {
        OpsStandIn.fails(stage);
        String name = Api.name("ext-fails");
        for (var query : List.of("", "?dry_run=true")) {
            ADA.post("/clusters" + query, request(name))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(pointer))
                    .body("errors[0].detail", equalTo("It failed."));
        }
        ADA.get("/clusters/" + name).then().statusCode(404);
        ADA.post("/clusters/test", test())
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("failure.stage", equalTo(stage));
    }

    @Test
    void credentials_stay_with_other_changes_and_are_bound_to_their_addresses() {
        String name = registered(false);
        String before = ADA.get("/clusters/" + name).path("credentials.fingerprint");
        ADA.put("/clusters/" + name, "*", Map.of("description", "Ours"))
                .then()
                .statusCode(200)
                .body("credentials.fingerprint", equalTo(before));
        var moved = Map.of("bootstrap_servers", List.of("other.example:9092"));
        ADA.put("/clusters/" + name, "*", moved)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/credentials"));
        var both = new HashMap<String, Object>(moved);
        both.put("credentials", scram("another-" + CANARY));
        ADA.put("/clusters/" + name, "*", both)
                .then()
                .statusCode(200)
                .body("bootstrap_servers", equalTo(List.of("other.example:9092")))
                .body("credentials.fingerprint", not(equalTo(before)));
        ADA.put("/clusters/" + name, "*", Map.of("brokers", 3))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/brokers"));
    }

    @Test
    void credentials_are_rotated_after_a_test() {
        String name = registered(true);
        String before = ADA.get("/clusters/" + name).path("credentials.fingerprint");
        OpsStandIn.fails("AUTHENTICATION");
        rotate(name, "wrong-" + CANARY).then().statusCode(422);
        OpsStandIn.fails("");
        rotate(name, "new-" + CANARY)
                .then()
                .statusCode(200)
                .body("credentials.fingerprint", not(equalTo(before)))
                .body("generation", equalTo(2))
                .body(not(containsString(CANARY)));
        ADA.create(Api.name("managed-rotate")).then().statusCode(201);
    }

    private static Response rotate(String name, String password) {
        return ADA.request()
                .body(Map.of("credentials", scram(password)))
                .put("/api/v1/clusters/" + name + "/credentials");
    }

    @Test
    void a_new_key_takes_over_when_secrets_are_rewrapped() throws Exception {
        String name = registered(false);
        String before =
                keyId(ControlKafka.await(Topics.CLUSTERS_DESIRED, name, 1).getLast().value());
        var bytes = new byte[32];
        new Random(7).nextBytes(bytes);
        Files.writeString(
                AtollStack.secrets().resolve("seal/2.key"),
                Base64.getEncoder().encodeToString(bytes));
        Api.as("eve", new Grant(Role.ADMIN, null, null, name))
                .post("/clusters/rewrap")
                .then()
                .statusCode(403);
        int would = ADA.post("/clusters/rewrap?dry_run=true").path("clusters");
        assertThat(would).isPositive();
        ADA.post("/clusters/rewrap")
                .then()
                .statusCode(200)
                .body("clusters", equalTo(would))
                .body("key_id", not(equalTo(before)));
        ADA.post("/clusters/rewrap?dry_run=true").then().body("clusters", equalTo(0));
        var last = ControlKafka.await(Topics.CLUSTERS_DESIRED, name, 2).getLast().value();
        assertThat(keyId(last)).isNotEqualTo(before);
        assertThat(last).contains("\"generation\":1");
        ADA.post("/clusters/rewrap").then().statusCode(200).body("clusters", equalTo(0));
    }

    private static String keyId(String wish) {
        return wish.replaceAll("(?s).*\"v1\\.([0-9a-f]{16})\\..*", "$1");
    }

    @Test
    void a_registered_cluster_is_tested_with_the_credentials_that_it_has() {
        String name = registered(true);
        ADA.post("/clusters/" + name + "/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("warnings", hasItem(containsString("in clear")))
                .body(not(containsString("v1.")));
        assertThat(OpsStandIn.asked()).startsWith("\"v1.").doesNotContain(CANARY);
        OpsStandIn.fails("TCP");
        ADA.post("/clusters/" + name + "/test")
                .then()
                .statusCode(200)
                .body("failure.stage", equalTo("TCP"));
        ADA.get("/clusters/" + name).then().body("generation", equalTo(1));
    }

    @Test
    void who_may_not_test_a_cluster_or_see_it_does_not() {
        String name = registered(false);
        Api.as("dev", Grant.everywhere(Role.DEVELOPER))
                .post("/clusters/" + name + "/test")
                .then()
                .statusCode(403);
        Api.as("eve", new Grant(Role.ADMIN, null, null, "other"))
                .post("/clusters/" + name + "/test")
                .then()
                .statusCode(404);
        String managed = Api.name("managed-test");
        ADA.create(managed).then().statusCode(201);
        ADA.post("/clusters/" + managed + "/test")
                .then()
                .body("type", equalTo("/problems/not-supported"));
    }

    @Test
    void what_atoll_does_not_run_it_neither_starts_nor_stops() {
        String name = registered(false);
        for (var verb : List.of("start", "stop", "restart")) {
            ADA.post("/clusters/" + name + "/" + verb)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/not-supported"));
        }
    }

    @Test
    void an_unregistered_cluster_is_gone_at_once() {
        String name = registered(true);
        ADA.delete("/clusters/" + name).then().statusCode(202);
        ADA.get("/clusters/" + name).then().statusCode(404);
        assertThat(ControlKafka.await(Topics.CLUSTERS_DESIRED, name, 2).getLast().value()).isNull();
        ADA.post("/clusters", request(name)).then().statusCode(201).body("generation", equalTo(3));
    }

    @Test
    void every_change_of_a_read_only_cluster_is_refused_but_the_end_of_that() {
        String name = Api.name("frozen");
        ADA.post("/clusters", Map.of("name", name, "environment", "dev", "read_only", true))
                .then()
                .statusCode(201)
                .body("read_only", equalTo(true));
        for (var query : List.of("", "?dry_run=true")) {
            frozen(ADA.post("/clusters/" + name + "/start" + query));
            frozen(ADA.post("/clusters/" + name + "/stop" + query));
            frozen(ADA.post("/clusters/" + name + "/restart" + query));
            frozen(ADA.delete("/clusters/" + name + query));
            frozen(ADA.put("/clusters/" + name + query, "*", Map.of("description", "x")));
            frozen(
                    ADA.put(
                            "/clusters/" + name + query,
                            "*",
                            Map.of("read_only", false, "name", "x" + name)));
        }
        frozen(ADA.delete("/clusters/" + name + "?force=true"));
        ADA.put("/clusters/" + name, "*", Map.of("read_only", false)).then().statusCode(200);
        ADA.post("/clusters/" + name + "/stop").then().statusCode(202);
    }

    private static void frozen(Response answer) {
        answer.then().statusCode(409).body("type", equalTo("/problems/read-only"));
    }

    @Test
    void registering_needs_its_permission_and_a_cluster_may_be_named_test() {
        Api.as("dev", Grant.everywhere(Role.DEVELOPER))
                .post("/clusters", request(Api.name("ext-dev")))
                .then()
                .statusCode(403);
        Api.as("dev", Grant.everywhere(Role.DEVELOPER))
                .post("/clusters/test", test())
                .then()
                .statusCode(403);
        ADA.create("test").then().statusCode(201);
        ADA.get("/clusters/test").then().statusCode(200).body("origin", equalTo("managed"));
    }

    private static String registered(boolean readOnly) {
        String name = Api.name("ext");
        var request = request(name);
        request.put("read_only", readOnly);
        ADA.post("/clusters", request).then().statusCode(201);
        return name;
    }

    private String rows(String table) {
        var text = new StringBuilder();
        pool.query("select t::text from registry." + table + " t")
                .executeAndAwait()
                .forEach(row -> text.append(row.getString(0)).append('\n'));
        return text.toString();
    }
}
