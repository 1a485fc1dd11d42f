package io.atoll.registry.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.registry.Api;
import io.atoll.registry.ControlKafka;
import io.atoll.registry.Together;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@TestProfile(CapacityIT.Limited.class)
class CapacityIT {

    private static final long GB = 1L << 30;

    /** A broker with this heap is promised one gigabyte. */
    private static final String ONE_GB = "832M";

    private final Api api = Api.admin();

    @Inject Pool database;
    @Inject ObjectMapper mapper;

    /** Quotas of environments and users that no other test uses. */
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "atoll.quota.environments.few.clusters", "7",
                    "atoll.quota.environments.small.memory", "5G",
                    "atoll.quota.environments.lazy.memory", "4G",
                    "atoll.quota.environments.near.memory", "10G",
                    "atoll.quota.users.quentin.clusters", "3");
        }
    }

    @AfterEach
    void forgetTheMachine() {
        database.query("delete from registry.runtime_report").execute().await().indefinitely();
    }

    @Test
    void twenty_creations_at_once_never_pass_the_quota_of_clusters() throws Exception {
        var answers = Together.call(20, n -> create("few", Map.of()));
        assertThat(made(answers)).isEqualTo(7);
        assertThat(refused(answers, "quota-exceeded")).isEqualTo(13);
        api.get("/clusters?environment=few&page_size=100").then().body("size()", equalTo(7));
        create("few", Map.of())
                .then()
                .statusCode(409)
                .body("title", equalTo("Quota exceeded"))
                .body("resource", equalTo("clusters"))
                .body("needed", equalTo(1))
                .body("limit", equalTo(7))
                .body(
                        "detail",
                        equalTo(
                                "The quota of environment 'few' is 7 clusters: 7 are taken, and this needs 1 more."));
    }

    @Test
    void twenty_creations_at_once_never_pass_the_quota_of_memory() throws Exception {
        var answers = Together.call(20, n -> create("small", heap()));
        assertThat(made(answers)).isEqualTo(5);
        assertThat(refused(answers, "quota-exceeded")).isEqualTo(15);
    }

    @Test
    void starts_at_once_never_pass_the_quota_and_a_stop_gives_memory_back() throws Exception {
        var ids =
                Together.call(
                                10,
                                n ->
                                        create(
                                                "lazy",
                                                Map.of(
                                                        "auto_start",
                                                        false,
                                                        "kafka_config",
                                                        Map.of("heap_size", ONE_GB))))
                        .stream()
                        .map(r -> r.then().statusCode(201).extract().<String>path("id"))
                        .toList();
        var starts = Together.call(10, n -> api.post("/clusters/" + ids.get(n) + "/start"));
        assertThat(starts.stream().filter(r -> r.statusCode() == 202)).hasSize(4);
        var waiting =
                ids.stream()
                        .filter(id -> !api.get("/clusters/" + id).<Boolean>path("running"))
                        .findFirst()
                        .orElseThrow();
        var running =
                ids.stream()
                        .filter(id -> api.get("/clusters/" + id).<Boolean>path("running"))
                        .findFirst()
                        .orElseThrow();
        api.post("/clusters/" + waiting + "/start?dry_run=true").then().statusCode(409);
        api.post("/clusters/" + running + "/restart").then().statusCode(202);
        api.post("/clusters/" + running + "/stop").then().statusCode(202);
        api.post("/clusters/" + waiting + "/start").then().statusCode(202);
        String full = "/clusters/" + waiting;
        String etag = api.get(full).header("ETag");
        api.put(full, etag, Map.of("kafka_config", Map.of("heap_size", "2G")))
                .then()
                .statusCode(409)
                .body("type", containsString("quota-exceeded"));
        api.put(full, etag, Map.of("kafka_config", Map.of("heap_size", "512M")))
                .then()
                .statusCode(200)
                .body("need.memory_bytes", equalTo(704 << 20));
    }

    @Test
    void a_user_has_a_quota_wherever_its_clusters_are() {
        var quentin = Api.as("quentin", Grant.everywhere(Role.ADMIN));
        for (String environment : List.of("one", "two", "three")) {
            create(quentin, environment, Map.of()).then().statusCode(201);
        }
        create(quentin, "four", Map.of())
                .then()
                .statusCode(409)
                .body("detail", startsWith("The quota of user 'quentin' is 3 clusters"));
        quentin.get("/capacity")
                .then()
                .statusCode(200)
                .body("limits.find { it.scope == 'user' }.taken", equalTo(3))
                .body(
                        "warnings",
                        hasItem(
                                "100 % are taken of the quota of clusters for user 'quentin': 3 of 3."));
    }

    @Test
    void it_warns_before_the_limit_is_reached() {
        create("near", Map.of("kafka_config", Map.of("heap_size", "7G"))).then().statusCode(201);
        create("near?dry_run=true", Map.of("kafka_config", Map.of("heap_size", "1G")))
                .then()
                .statusCode(200)
                .body(
                        "warnings",
                        hasItem(
                                "83 % are taken of the quota of memory for environment 'near': 8.4 GB of 10.0 GB."));
    }

    @Test
    void the_machine_is_never_promised_twice() throws Exception {
        report(1_000 * GB, 1_000 * GB, null);
        long starting = api.get("/capacity").jsonPath().getLong(machine("taken"));
        report(starting + 2 * GB + GB / 2, starting + 2 * GB + GB / 2, null);
        var answers = Together.call(20, n -> create("machine", heap()));
        assertThat(made(answers)).isEqualTo(2);
        assertThat(refused(answers, "insufficient-capacity")).isEqualTo(18);
        create("machine", heap())
                .then()
                .body("detail", startsWith("This needs 1.0 GB of memory; 0.5 GB of "));
        create("machine", Map.of("auto_start", false, "kafka_config", Map.of("heap_size", ONE_GB)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_runtime_that_cannot_be_used_is_refused_with_its_reason() {
        report(1_000 * GB, 1_000 * GB, "No Docker daemon answers.");
        create("machine", Map.of("runtime", "docker"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/runtime"))
                .body("detail", containsString("No Docker daemon answers."));
        create("machine", Map.of("runtime", "moon")).then().statusCode(422);
        String id = create("machine", Map.of()).then().statusCode(201).extract().path("id");
        api.get("/clusters/" + id).then().body("runtime", equalTo("process"));
    }

    private static String machine(String field) {
        return "limits.find { it.scope == 'machine' && it.resource == 'memory_bytes' }." + field;
    }

    private static Map<String, Object> heap() {
        return Map.of("kafka_config", Map.of("heap_size", ONE_GB));
    }

    private Response create(String environment, Map<String, Object> more) {
        return create(api, environment, more);
    }

    /**
     * @param environment may be followed by a query
     */
    private static Response create(Api api, String environment, Map<String, Object> more) {
        var parts = environment.split("\\?", 2);
        var body = new java.util.HashMap<>(more);
        body.put("name", Api.name("capacity"));
        body.put("environment", parts[0]);
        return api.post("/clusters" + (parts.length > 1 ? "?" + parts[1] : ""), body);
    }

    private static long made(List<Response> answers) {
        return answers.stream().filter(r -> r.statusCode() == 201).count();
    }

    private static long refused(List<Response> answers, String type) {
        return answers.stream()
                .filter(r -> r.statusCode() == 409 && r.<String>path("type").contains(type))
                .count();
    }

    /** Waits until the registry knows it. */
    private void report(long total, long free, @Nullable String dockerIsAway) {
        var process = runtime(RuntimeName.PROCESS, null, total, free);
        var docker = runtime(RuntimeName.DOCKER, dockerIsAway, total, free);
        var now = Instant.now();
        var report = new RuntimesObserved(now, List.of(process, docker), 100_000, 100_000);
        try {
            ControlKafka.send(
                    Topics.RUNTIMES, Topics.RUNTIMES_KEY, mapper.writeValueAsString(report));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get("/capacity").<Number>path(machine("limit")),
                        known -> known != null && known.longValue() == total);
    }

    private static RuntimeView runtime(
            RuntimeName name, @Nullable String reason, long total, long free) {
        return new RuntimeView(
                name,
                reason == null,
                reason,
                "1",
                List.of(ClusterKind.KAFKA),
                List.of(),
                2,
                total,
                free,
                100_000 * GB,
                name == RuntimeName.PROCESS);
    }
}
