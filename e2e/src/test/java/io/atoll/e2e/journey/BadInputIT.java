package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that must not work: each is refused, says what is wrong, and leaves nothing behind. */
@Order(40)
class BadInputIT {
    private final Suite suite = Suite.get();

    static Stream<Arguments> wrongFields() {
        var big = "x".repeat(10_000);
        return Stream.of(
                wrong("kafka_config/heap_size", r -> config(r).put("heap_size", "lots")),
                wrong("kafka_config/heap_size", r -> config(r).put("heap_size", "1M")),
                wrong("kafka_config/heap_size", r -> config(r).put("heap_size", "999999G")),
                wrong("brokers", r -> r.put("brokers", 0)),
                wrong("brokers", r -> r.put("brokers", 4)),
                wrong("brokers", r -> r.put("brokers", "three")),
                wrong("kafka_config/num_partitions", r -> config(r).put("num_partitions", -1)),
                wrong("kafka_config/num_partitions", r -> config(r).put("num_partitions", 1e9)),
                wrong("kafka_config/log_segment_bytes", r -> config(r).put("log_segment_bytes", 1)),
                wrong(
                        "default_replication_factor",
                        r -> config(r).put("default_replication_factor", 3)),
                wrong("name", r -> r.remove("name")),
                wrong("name", r -> r.put("name", "line\nbreak")),
                wrong("name", r -> r.put("name", big)),
                wrong("description", r -> r.put("description", big)),
                wrong("environment", r -> r.remove("environment")),
                wrong("environment", r -> r.put("environment", "../etc")),
                wrong("id", r -> r.put("id", "../../etc/passwd")),
                wrong("id", r -> r.put("id", "UPPER")),
                wrong("template_id", r -> r.put("template_id", "no-such-template")),
                wrong("template_id", r -> r.put("template_id", "../development")),
                wrong("kind", r -> r.put("kind", "cassandra")),
                wrong("runtime", r -> r.put("runtime", "mainframe")),
                wrong("flavour", r -> r.put("flavour", "vanilla")),
                wrong("ports/kafka_port", r -> r.putObject("ports").put("kafka_port", 80)),
                wrong("ports/kafka_port", r -> r.putObject("ports").put("kafka_port", 70_000)),
                wrong("tags", r -> r.putObject("tags").put("bad key!", "v")),
                custom("no.such.setting", "1"),
                custom("listeners", "PLAINTEXT://0.0.0.0:1"),
                custom("log.dirs", "/etc"),
                custom("node.id", "7"),
                custom("metric.reporters", "com.example.Evil"),
                custom("authorizer.class.name", "com.example.Evil"),
                custom("log.retention.bytes", "many"));
    }

    private interface Change {
        Object on(ObjectNode request);
    }

    private static Arguments wrong(String field, Change change) {
        var request = Fleet.request("bad");
        change.on(request);
        return Arguments.of(field, request);
    }

    private static Arguments custom(String setting, String value) {
        return wrong(
                "custom_properties/" + setting,
                r -> config(r).putObject("custom_properties").put(setting, value));
    }

    private static ObjectNode config(ObjectNode request) {
        return (ObjectNode) request.get("kafka_config");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongFields")
    void a_wrong_field_is_named_and_nothing_is_made(String field, ObjectNode request) {
        var answer = suite.admin().post("/api/v1/clusters", request);
        assertProblem(answer, 400, 422);
        var pointers = answer.json().path("errors").findValuesAsText("pointer");
        assertThat(pointers).as(answer.toString()).anyMatch(p -> p.contains(field));
        assertThat(suite.admin().get("/api/v1/clusters/bad").status()).isEqualTo(404);
        assertThat(suite.processes().nodes("bad")).isEmpty();
    }

    static Stream<Arguments> wrongRequests() {
        var json = Map.of("Content-Type", "application/json");
        var text = Map.of("Content-Type", "text/plain");
        return Stream.of(
                Arguments.of("POST", "/api/v1/clusters", "{\"name\": ", json, 400),
                Arguments.of("POST", "/api/v1/clusters", "[]", json, 400),
                Arguments.of("POST", "/api/v1/clusters", "hello", text, 415),
                Arguments.of("PATCH", "/api/v1/clusters", "{}", json, 405),
                Arguments.of("GET", "/api/v1/clusters/none-such", null, Map.of(), 404),
                Arguments.of("GET", "/api/v1/clusters/none-such/topics", null, Map.of(), 404),
                Arguments.of("GET", "/api/v1/clusters/none-such/nodes", null, Map.of(), 404),
                Arguments.of("POST", "/api/v1/clusters/none-such/start", null, Map.of(), 404),
                Arguments.of("GET", "/api/v1/clusters?page_size=0", null, Map.of(), 400),
                Arguments.of("GET", "/api/v1/clusters?page_size=many", null, Map.of(), 400),
                Arguments.of("GET", "/api/v1/nothing-here", null, Map.of(), 404),
                Arguments.of("GET", "/api/v1/clusters/..%2f..%2fetc", null, Map.of(), 400));
    }

    @ParameterizedTest(name = "{0} {1}: {4}")
    @MethodSource("wrongRequests")
    void a_wrong_request_is_a_problem_answer(
            String method, String path, String body, Map<String, String> headers, int status) {
        var answer = suite.admin().send(method, path, body, headers);
        assertProblem(answer, status);
    }

    @Test
    void a_taken_name_is_a_conflict_and_a_near_name_is_suggested() {
        var fleet = new Fleet(suite);
        fleet.create(Fleet.request("taken").put("auto_start", false));
        assertProblem(suite.admin().post("/api/v1/clusters", Fleet.request("taken")), 409);
        var missing = suite.admin().get("/api/v1/clusters/takne");
        assertProblem(missing, 404);
        assertThat(missing.json().path("near").toString()).contains("taken");
        fleet.deleteAndAwait("taken");
    }

    private static void assertProblem(Answer answer, int... statuses) {
        answer.expect(statuses);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("type").asText()).startsWith("/problems/");
        assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.get("trace_id").asText()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }
}
