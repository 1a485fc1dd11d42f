package io.atoll.registry.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.registry.Api;
import io.atoll.registry.ControlKafka;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class AuditChangeIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Api api = Api.admin();

    private static List<JsonNode> told(String key, int count) throws Exception {
        var mapper = new ObjectMapper();
        var changes = new ArrayList<JsonNode>();
        for (var message : ControlKafka.await(Topics.AUDIT, key, count)) {
            changes.add(mapper.readTree(message.value()));
        }
        return changes;
    }

    @Test
    void each_change_of_a_cluster_is_told_to_the_audit_with_before_and_after() throws Exception {
        String id = Api.name("told");
        api.request()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(Map.of("name", id, "environment", "dev", "tags", Map.of("team", "pay")))
                .post("/api/v1/clusters")
                .then()
                .statusCode(201);
        api.put("/clusters/" + id, "\"1\"", Map.of("description", "x")).then().statusCode(200);
        api.put("/clusters/" + id, "\"2\"", Map.of("description", "x")).then().statusCode(200);
        api.post("/clusters/" + id + "/stop?dry_run=true").then().statusCode(200);
        api.post("/clusters/" + id + "/stop").then().statusCode(202);
        api.delete("/clusters/" + id).then().statusCode(202);
        List<JsonNode> changes = told(id, 4);
        assertThat(changes)
                .extracting(c -> c.path("action").asText())
                .containsExactly(
                        "cluster.create", "cluster.update", "cluster.stop", "cluster.delete");
        JsonNode created = changes.getFirst();
        assertThat(created.path("trace").asText()).isEqualTo(TRACE);
        assertThat(created.path("subject").asText()).isEqualTo("ada");
        assertThat(created.path("kind").asText()).isEqualTo("user");
        assertThat(created.path("environment").asText()).isEqualTo("dev");
        assertThat(created.path("tags").path("team").asText()).isEqualTo("pay");
        assertThat(created.has("before")).isFalse();
        assertThat(created.path("after").path("generation").asInt()).isEqualTo(1);
        JsonNode updated = changes.get(1);
        assertThat(updated.path("before").has("description")).isFalse();
        assertThat(updated.path("after").path("description").asText()).isEqualTo("x");
        assertThat(changes.get(3).path("after").path("deleting").asBoolean()).isTrue();
        assertThat(changes).extracting(c -> c.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void each_change_of_a_template_is_told_to_the_audit() throws Exception {
        String id = Api.name("told-template");
        var body = Map.of("id", id, "name", id, "parent_id", "development", "brokers", 1);
        api.post("/templates", body).then().statusCode(201);
        api.put("/templates/" + id, "\"1\"", Map.of("name", "other", "parent_id", "development"))
                .then()
                .statusCode(200);
        api.delete("/templates/" + id).then().statusCode(204);
        List<JsonNode> changes = told(id, 3);
        assertThat(changes)
                .extracting(c -> c.path("action").asText())
                .containsExactly("template.create", "template.update", "template.delete");
        assertThat(changes.get(1).path("before").path("name").asText()).isEqualTo(id);
        assertThat(changes.get(1).path("after").path("name").asText()).isEqualTo("other");
        assertThat(changes.get(2).has("after")).isFalse();
    }
}
