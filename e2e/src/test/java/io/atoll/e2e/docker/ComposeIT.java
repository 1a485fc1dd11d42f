package io.atoll.e2e.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Docker;
import io.atoll.e2e.suite.Fleet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From docker compose up to nothing left, as a person would do it. */
@TestMethodOrder(OrderAnnotation.class)
class ComposeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CLUSTER = "/api/v1/clusters/harbour";
    private static final List<String> SERVICES =
            List.of("registry", "provisioner", "ops", "web-ui", "gateway");

    private static ComposeSuite suite;

    @BeforeAll
    static void up() {
        Docker.requireCompose();
        suite = new ComposeSuite();
        var took = suite.up();
        System.out.printf("docker compose up --wait: healthy after %d ms%n", took.toMillis());
    }

    @AfterAll
    static void down() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void services_have_no_more_rights_than_they_need() {
        for (var service : SERVICES) {
            var container = suite.inspect(service);
            var host = container.get("HostConfig");
            assertThat(container.at("/Config/User").asText()).as(service).isEqualTo("1000");
            assertThat(host.get("ReadonlyRootfs").asBoolean()).as(service).isTrue();
            assertThat(host.get("Privileged").asBoolean()).as(service).isFalse();
            assertThat(host.get("CapDrop").toString()).as(service).isEqualTo("[\"ALL\"]");
            assertThat(container.get("Mounts").toString().contains("docker.sock"))
                    .as(service)
                    .isEqualTo(service.equals("provisioner"));
            assertThat(host.get("PortBindings").isEmpty())
                    .as(service)
                    .isEqualTo(!service.equals("gateway"));
        }
    }

    @Test
    @Order(2)
    void secrets_are_on_no_command_line_and_private_keys_at_the_gateway_alone() {
        for (var part : List.of("redis", "postgres", "kafka", "registry", "ops", "provisioner")) {
            assertThat(suite.compose("exec", "-T", part, "ls", "/run/secrets"))
                    .doesNotContain("private", "admin");
        }
        for (var service : List.of("registry", "ops", "provisioner")) {
            assertThat(suite.compose("exec", "-T", service, "ls", "/run/secrets").split("\\s+"))
                    .containsExactly("internal-public.pem", "kafka-password", "postgres-password");
        }
        var password = suite.compose("exec", "-T", "redis", "cat", "/run/secrets/redis-password");
        assertThat(suite.compose("top")).doesNotContain(password.strip());
    }

    @Test
    @Order(3)
    void a_cluster_of_three_loses_a_broker_and_no_record() {
        create();
        var acknowledged = new TreeSet<String>();
        write(0, acknowledged);
        var killed = suite.nodes("harbour").getFirst();
        Docker.output("kill", killed);
        write(100, acknowledged);
        await("the third broker is back")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> suite.nodes("harbour").size() == 3 && restarts() > 0 && isRunning());
        write(200, acknowledged);

        assertThat(acknowledged).hasSize(300);
        assertThat(readAll()).containsAll(acknowledged);
    }

    @Test
    @Order(4)
    void a_restart_of_the_suite_leaves_the_cluster_alone() {
        var before = Set.copyOf(suite.nodes("harbour"));
        suite.compose("restart", "--timeout", "20", "provisioner", "registry");
        suite.up();
        await().atMost(PATIENCE).ignoreExceptions().until(ComposeIT::isRunning);
        assertThat(Set.copyOf(suite.nodes("harbour"))).isEqualTo(before);
    }

    @Test
    @Order(5)
    void nothing_is_left_in_the_end() {
        suite.admin().delete(CLUSTER + "?force=true").expect(202, 204);
        await("the cluster is gone")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> suite.admin().get(CLUSTER).status() == 404);
        suite.compose("down", "-v", "--timeout", "20");
        assertThat(suite.leftOvers()).isEmpty();
    }

    private static void create() {
        var request = Fleet.request("harbour").put("runtime", "docker").put("brokers", 3);
        suite.admin().post("/api/v1/clusters", request).expect(201);
        await("three brokers")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Fleet.isSettled(suite.admin().get(CLUSTER).json(), "RUNNING"));
        var topic = Api.object().put("name", "ledger").put("partitions", 3);
        topic.put("replication_factor", 3).putObject("config").put("min.insync.replicas", "2");
        await("the topic")
                .atMost(PATIENCE)
                .until(() -> Set.of(201, 409).contains(post("/topics", topic)));
    }

    /** Writes a hundred records, ten at a time, each batch until it is acknowledged. */
    private static void write(int from, Set<String> acknowledged) {
        for (int batch = from; batch < from + 100; batch += 10) {
            var values = IntStream.range(batch, batch + 10).mapToObj("r%03d"::formatted).toList();
            var body = Api.object().put("topic", "ledger");
            var records = body.putArray("records");
            values.forEach(value -> records.addObject().put("key", value).put("value", value));
            await("records from " + batch)
                    .atMost(PATIENCE)
                    .until(() -> post("/produce", body) == 200);
            acknowledged.addAll(values);
        }
    }

    private static int post(String path, JsonNode body) {
        try {
            return suite.admin().post(CLUSTER + path, body).status();
        } catch (UncheckedIOException noAnswer) {
            return 0;
        }
    }

    private static Set<String> readAll() {
        var path =
                CLUSTER + "/consume?topic=ledger&from=earliest&max_records=1000&timeout_ms=30000";
        Answer answer = suite.admin().get(path).expect(200);
        return new TreeSet<>(answer.json().get("records").findValuesAsText("value"));
    }

    private static boolean isRunning() {
        return suite.admin().get(CLUSTER).json().at("/status/phase").asText().equals("RUNNING");
    }

    private static int restarts() {
        return suite.admin().get(CLUSTER).json().findValues("restarts").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }
}
