package io.atoll.registry.template;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
class TemplateIT {

    private final Api api = Api.admin();

    @Inject TemplateSeeder seeder;

    @Test
    void theShippedTemplatesAreThereAndStayAtTheirVersion() {
        seeder.seed().await().indefinitely();
        api.get("/templates")
                .then()
                .statusCode(200)
                .body("id", hasItems("development", "testing", "production", "high-throughput"))
                .body("findAll { it.is_builtin }.version", everyItem(equalTo(1)));
        api.get("/templates/production")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("resolved.brokers", equalTo(3))
                .body("resolved.kafka_config.custom_properties.'min.insync.replicas'", equalTo("2"))
                .body("resources.min_memory_mb", equalTo(8704));
        api.get("/templates?category=testing").then().body("id", contains("testing"));
        api.get("/templates/productoin").then().statusCode(404).body("near", hasItem("production"));
        api.get("/templates/prod").then().statusCode(404).body("near", hasItem("production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "testing", "production", "high-throughput"})
    void eachShippedTemplateMakesAClusterAndCannotBeChanged(String template) {
        api.post(
                        "/clusters?dry_run=true",
                        Map.of(
                                "name",
                                Api.name("t"),
                                "environment",
                                "dev",
                                "template_id",
                                template))
                .then()
                .statusCode(200);
        api.put("/templates/" + template, "\"1\"", Map.of("name", "Mine")).then().statusCode(409);
        api.delete("/templates/" + template)
                .then()
                .statusCode(409)
                .body("detail", containsString("built in"));
    }

    @Test
    void anOwnTemplateLivesThroughItsVersions() {
        String id = Api.name("mine");
        api.post(
                        "/templates",
                        "{\"name\": \"%s\", \"parent_id\": \"production\", \"default_kafka_config\": {\"heap_size\": \"3G\"}}"
                                .formatted(id))
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/templates/" + id)
                .header("ETag", "\"1\"")
                .body("category", equalTo("custom"))
                .body("is_builtin", equalTo(false))
                .body("created_by", equalTo("ada"))
                .body("brokers", nullValue())
                .body("resolved.brokers", equalTo(3))
                .body("resolved.kafka_config.heap_size", equalTo("3G"))
                .body("resolved.kafka_config.default_replication_factor", equalTo(3));
        api.post(
                        "/clusters?dry_run=true",
                        Map.of(
                                "name",
                                Api.name("of-mine"),
                                "environment",
                                "dev",
                                "template_id",
                                id))
                .then()
                .body("spec.kafka_config.heap_size", equalTo("3G"));
        api.request()
                .body(Map.of("name", id))
                .put("/api/v1/templates/" + id)
                .then()
                .statusCode(428);
        api.put("/templates/" + id, "\"9\"", Map.of("name", id)).then().statusCode(412);
        api.put("/templates/" + id, "\"1\"", "{\"name\": \"%s\", \"brokers\": 1}".formatted(id))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("resolved.brokers", equalTo(1));
        api.get("/templates/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("version", contains(2, 1))
                .body("[1].default_kafka_config.heap_size", equalTo("3G"))
                .body("[1].resolved", nullValue());
        api.delete("/templates/" + id + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("delete"));
        api.delete("/templates/" + id).then().statusCode(204);
        api.get("/templates/" + id).then().statusCode(404);
    }

    @Test
    void circlesAreRefusedAndExtendedTemplatesStay() {
        String a = Api.name("circle");
        String b = a + "-b";
        api.post("/templates", Map.of("name", a)).then().statusCode(201);
        api.post("/templates", Map.of("name", b, "parent_id", a)).then().statusCode(201);
        api.put("/templates/" + a, "\"1\"", Map.of("name", a, "parent_id", b))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/parent_id"))
                .body("errors[0].detail", containsString("circle"));
        api.delete("/templates/" + a).then().statusCode(409).body("detail", containsString(b));
        api.delete("/templates/" + b).then().statusCode(204);
        api.delete("/templates/" + a).then().statusCode(204);
    }

    @Test
    void aClustersValuesBecomeATemplate() {
        String id = Api.name("source");
        api.post(
                        "/clusters",
                        "{\"name\": \"%s\", \"environment\": \"dev\", \"kafka_config\": {\"heap_size\": \"700M\", \"custom_properties\": {\"message.max.bytes\": \"5000\"}}}"
                                .formatted(id))
                .then()
                .statusCode(201);
        api.post(
                        "/templates",
                        Map.of(
                                "name",
                                id + "-t",
                                "from_cluster_id",
                                id,
                                "default_kafka_config",
                                Map.of("num_partitions", 4)))
                .then()
                .statusCode(201)
                .body("brokers", equalTo(1))
                .body("default_kafka_config.heap_size", equalTo("700M"))
                .body("default_kafka_config.num_partitions", equalTo(4))
                .body(
                        "default_kafka_config.custom_properties.'message.max.bytes'",
                        equalTo("5000"));
        api.post("/templates", Map.of("name", id + "-u", "from_cluster_id", id + "x"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/from_cluster_id"))
                .body("errors[0].detail", containsString(id));
        var editor = Set.of(Permission.TEMPLATE_EDIT, Permission.TEMPLATE_VIEW);
        Api blind = Api.as("bea", new Grant("editor", editor, null, null, null, null));
        blind.post("/templates", Map.of("name", id + "-v", "from_cluster_id", id))
                .then()
                .statusCode(422);
        Api elsewhere = Api.as("eve", new Grant(Role.OPERATOR, "elsewhere", null, null));
        elsewhere.post("/templates", Map.of("name", id + "-w")).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"brokers": 3}                                                    | 400 | /name
                    {"name": "a/b"}                                                   | 422 | /name
                    {"name": "bad", "parent_id": "prodction"}                         | 422 | /parent_id
                    {"name": "bad", "brokers": 2}                                     | 422 | /brokers
                    {"name": "bad", "default_kafka_config": {"default_replication_factor": 3}} | 422 | /default_kafka_config/default_replication_factor
                    {"name": "bad", "default_kafka_config": {"custom_properties": {"acks": "all"}}} | 422 | /default_kafka_config/custom_properties/acks
                    {"name": "bad", "min_memory_mb": 2000, "recommended_memory_mb": 1000} | 422 | /recommended_memory_mb
                    {"name": "bad", "min_memory_mb": 1}                               | 400 | /min_memory_mb
                    {"name": "bad", "tags": [""]}                                     | 400 | /tags
                    {"name": "bad", "wheels": 4}                                      | 400 | /wheels
                    {"name": "bad", "category": "My Own"}                             | 400 | /category
                    """)
    void aWrongFieldIsNamed(String body, int status, String pointer) {
        api.post("/templates", body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(containsString(pointer)));
    }

    @Test
    void templatesAreTakenOnceAndEditedOnlyByThoseWhoMay() {
        String id = Api.name("once");
        api.post("/templates", Map.of("name", id)).then().statusCode(201);
        api.post("/templates", Map.of("name", id)).then().statusCode(409);
        api.post("/templates", Map.of("name", "production")).then().statusCode(409);
        Api viewer = Api.as("vic", Grant.everywhere(Role.VIEWER));
        viewer.get("/templates/" + id).then().statusCode(200);
        viewer.post("/templates", Map.of("name", "x")).then().statusCode(403);
        viewer.delete("/templates/" + id).then().statusCode(403);
    }

    /** They are everybody's: a right on some clusters is none on them. */
    @ParameterizedTest
    @CsvSource({"dev,,", ",team=shop,", ",,orders"})
    void anEditorOfSomeClustersLooksAtTemplatesAndChangesNone(
            String environment, String tag, String cluster) {
        String id = Api.name("kept");
        api.post("/templates", Map.of("name", id)).then().statusCode(201);
        Api limited = Api.as("lea", new Grant(Role.ADMIN, environment, tag, cluster));
        limited.get("/templates/" + id).then().statusCode(200);
        limited.post("/templates", Map.of("name", id + "-x")).then().statusCode(403);
        limited.put("/templates/" + id, "\"1\"", Map.of("name", id, "brokers", 1))
                .then()
                .statusCode(403)
                .body("detail", containsString("on all clusters"));
        limited.delete("/templates/" + id).then().statusCode(403);
        limited.post("/templates?dry_run=true", Map.of("name", id + "-x")).then().statusCode(403);
        api.get("/templates/" + id).then().body("version", equalTo(1)).body("brokers", nullValue());
        api.get("/templates/" + id + "-x").then().statusCode(404);
    }

    @Test
    void aParentThatWouldSpoilItsChildrenIsRefused() {
        String parent = Api.name("parent");
        api.post("/templates", Map.of("name", parent, "brokers", 3)).then().statusCode(201);
        api.post(
                        "/templates",
                        Map.of(
                                "name",
                                parent + "-child",
                                "parent_id",
                                parent,
                                "default_kafka_config",
                                Map.of("default_replication_factor", 3)))
                .then()
                .statusCode(201);
        api.put("/templates/" + parent, "\"1\"", Map.of("name", parent, "brokers", 1))
                .then()
                .statusCode(409)
                .body("detail", containsString(parent + "-child"));
    }

    @Test
    void dryRunsOfTemplatesShowWhatWouldBe() {
        String id = Api.name("dry-t");
        api.post("/templates?dry_run=true", Map.of("name", id, "parent_id", "testing"))
                .then()
                .statusCode(200)
                .body("action", equalTo("create"))
                .body("template.resolved.kafka_config.num_partitions", equalTo(3));
        api.get("/templates/" + id).then().statusCode(404);
        api.post("/templates", Map.of("name", id)).then().statusCode(201);
        api.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", id, "brokers", 3))
                .put("/api/v1/templates/" + id + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("changes.pointer", hasItem("/brokers"));
        api.get("/templates/" + id).then().body("version", equalTo(1));
    }

    @Test
    void oneKeyMakesOneTemplate() {
        String id = Api.name("keyed");
        for (int n = 0; n < 2; n++) {
            api.request()
                    .header("Idempotency-Key", id)
                    .body(Map.of("name", id))
                    .post("/api/v1/templates")
                    .then()
                    .statusCode(201)
                    .body("id", equalTo(id));
        }
        api.get("/templates/" + id + "/versions").then().body("", hasSize(1));
    }
}
