package io.atoll.gateway.legacy;

import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.gateway.Callers;
import io.atoll.kit.problem.Problems;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(TodayServices.class)
class LegacyDoorIT {

    @BeforeEach
    void chosen() {
        TodayServices.choose(true);
        TodayServices.asked();
    }

    private static RequestSpecification admin() {
        return as(Callers.admin()).contentType(ContentType.JSON);
    }

    @Test
    void topics_are_listed_made_shown_and_deleted_in_the_default_cluster() {
        admin().get("/topics?include_internal=true")
                .then()
                .statusCode(200)
                .body("total_count", equalTo(2))
                .body("topics[0].name", equalTo("invoices"))
                .body("topics[0].config.'retention.ms'", equalTo("60000"))
                .body("topics[0]", hasKey("size_bytes"))
                .body("timestamp", notNullValue())
                .body("request_id", notNullValue());
        assertThat(TodayServices.asked())
                .isEqualTo(
                        """
                        GET /api/v1/default-cluster
                        GET /api/v1/clusters/orders/topics?page_size=1000&config=true&internal=true
                        GET /api/v1/clusters/orders/topics?page_token=2
                        """);
        admin().body("{\"name\":\"invoices\",\"unknown\":1}")
                .post("/topics")
                .then()
                .statusCode(201)
                .body("success", equalTo(true))
                .body("message", equalTo("Topic 'invoices' created successfully"))
                .body("topic", equalTo("invoices"));
        assertThat(TodayServices.asked())
                .contains(
                        "POST /api/v1/clusters/orders/topics"
                                + " {\"name\":\"invoices\",\"partitions\":1,\"replication_factor\":1}");
        admin().get("/topics/invoices/metadata")
                .then()
                .statusCode(200)
                .body("message_count", equalTo(12))
                .body("partitions[0].isr[0]", equalTo(1));
        admin().delete("/topics/invoices?force=true")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        assertThat(TodayServices.asked())
                .contains("DELETE /api/v1/clusters/orders/topics/invoices\n");
    }

    @Test
    void records_are_written_and_read_and_groups_listed() {
        admin().body("{\"topic\":\"invoices\",\"key\":\"a\",\"value\":{\"total\":12}}")
                .post("/produce")
                .then()
                .statusCode(201)
                .body("partition", equalTo(1))
                .body("offset", equalTo(41))
                .body("timestamp", equalTo(1772366400123L));
        admin().get("/consume?topic=invoices&consumer_group=g&max_messages=2")
                .then()
                .statusCode(200)
                .body("messages[0].value.total", equalTo(12))
                .body("messages[1].key", nullValue())
                .body("consumer_group", equalTo("g"))
                .body("total_consumed", equalTo(2))
                .body("has_more", equalTo(true));
        admin().get("/consumer-groups")
                .then()
                .statusCode(200)
                .body("total_count", equalTo(2))
                .body("consumer_groups[0].partition_assignments.invoices", hasItem(2))
                .body("consumer_groups[1].state", equalTo("PreparingRebalance"));
    }

    @Test
    void what_a_service_hides_is_denied_here_too_and_the_caller_is_not_told() {
        var hidden = admin().get("/topics/hidden/metadata");
        var nothing = admin().get("/topics/nothing/metadata");
        hidden.then().statusCode(404).header(Problems.HIDES_HEADER, nullValue());
        nothing.then().statusCode(404);
        Awaitility.await().until(() -> outcomes(hidden).equals(List.of("denied")));
        assertThat(outcomes(nothing)).isEmpty();
    }

    private static List<String> outcomes(Response answer) {
        return as(Callers.admin())
                .get("/api/v1/audit?trace=" + answer.header("X-Trace-Id"))
                .path("outcome");
    }

    @Test
    void the_cluster_is_stopped_started_and_shown() {
        admin().get("/cluster/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("running"))
                .body("broker_count", equalTo(1))
                .body("endpoints.kafka", equalTo("127.0.0.1:9092"))
                .body("services.kafka-rest-proxy.status", equalTo("running"));
        admin().body("{\"cleanup\":true}")
                .post("/cluster/stop")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("Cluster stopped successfully"));
        assertThat(TodayServices.asked())
                .contains("POST /api/v1/clusters/orders/stop?cleanup=true\n");
        as(Callers.admin())
                .post("/cluster/start")
                .then()
                .statusCode(200)
                .body("status", equalTo("running"));
        admin().get("/catalog")
                .then()
                .statusCode(200)
                .body("cluster.status", equalTo("running"))
                .body("topics.name", hasItem("orders"))
                .body("services.kafka.status", equalTo("running"))
                .body("available_apis.path", hasItem("/produce"));
    }

    @Test
    void health_is_that_of_atoll_and_to_who_sends_a_token_that_of_the_cluster_too() {
        given().get("/health")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("cluster_status", nullValue());
        admin().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("healthy"))
                .body("service", equalTo("local-kafka-manager"))
                .body("cluster_status", equalTo("running"))
                .body("services.name", hasItem("ops-service"));
        given().header("Authorization", "Bearer x.y.z").get("/health").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, GET, /topics, 200",
        "viewer, POST, /topics, 403",
        "viewer, DELETE, /topics/invoices, 403",
        "viewer, POST, /produce, 403",
        "viewer, GET, /consume?topic=a&consumer_group=g, 403",
        "viewer, GET, /consumer-groups, 200",
        "viewer, POST, /cluster/stop, 403",
        "viewer, POST, /cluster/start, 403",
        "viewer, GET, /cluster/status, 200",
        "viewer, GET, /catalog, 200",
        "developer, GET, /consume?topic=a&consumer_group=g, 200",
        "developer, DELETE, /topics/invoices, 403",
        "operator, DELETE, /topics/invoices, 200"
    })
    void a_role_opens_the_same_as_on_the_routes_of_today(
            String role, String method, String path, int status) {
        as(Callers.withRole(role))
                .contentType(ContentType.JSON)
                .request(method, path)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /topics",
        "POST, /produce",
        "GET, /consume",
        "GET, /consumer-groups",
        "GET, /catalog",
        "POST, /cluster/start",
        "GET, /cluster/status"
    })
    void nothing_is_open_without_a_credential(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        assertThat(TodayServices.asked()).isEmpty();
    }

    @Test
    void what_a_service_refuses_is_refused_under_the_path_that_was_asked() {
        admin().get("/topics/invoice/metadata")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("instance", equalTo("/topics/invoice/metadata"))
                .body("near", hasItem("invoices"));
        admin().body("{\"name\":\"a b\"}").post("/topics").then().statusCode(400);
        admin().delete("/topics/invoices?dry_run=true").then().statusCode(422);
        admin().get("/consume?topic=a").then().statusCode(400);
        admin().get("/consume?topic=a&consumer_group=g&max_messages=0").then().statusCode(400);
        admin().get("/topics/a/b").then().statusCode(404);
        admin().patch("/topics").then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void without_a_default_cluster_the_answer_says_how_to_choose_one() {
        TodayServices.choose(false);
        admin().get("/topics")
                .then()
                .statusCode(404)
                .body("detail", containsString("PUT /api/v1/default-cluster"));
        admin().get("/health").then().statusCode(200).body("status", equalTo("unhealthy"));
    }

    @Test
    void the_routes_stand_in_the_document_with_their_permissions() {
        var document = given().get("/openapi").then().statusCode(200).extract().jsonPath();
        assertThat(document.<String>get("paths.'/topics'.post.x-permission"))
                .isEqualTo("TOPIC_CREATE");
        assertThat(document.<String>get("paths.'/cluster/stop'.post.x-permission"))
                .isEqualTo("CLUSTER_STOP");
    }
}
