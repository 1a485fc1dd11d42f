package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.KafkaClients;
import io.atoll.e2e.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The way of a new user: from a template to a record read back. */
@Order(10)
class QuickstartIT {
    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);

    @Test
    void a_cluster_from_a_template_carries_records_by_api_and_by_plain_kafka_clients() {
        var cluster = fleet.createAndAwait(Fleet.request("quickstart"));
        assertThat(cluster.get("generation").asLong()).isEqualTo(1);
        assertThat(cluster.get("origin").asText()).isEqualTo("managed");

        fleet.createTopic("quickstart", "orders", 3, 1);
        produceByApi();
        consumeByApi();

        var bootstrap = Fleet.bootstrap(cluster);
        KafkaClients.produce(bootstrap, "orders", List.of("by-tool"));
        assertThat(KafkaClients.readAll(bootstrap, "orders"))
                .containsExactlyInAnyOrder("{\"total\":7}", "by-tool");

        listsShowIt();
        fleet.deleteAndAwait("quickstart");
        assertThat(suite.processes().nodes("quickstart")).isEmpty();
    }

    private void produceByApi() {
        var body = Api.object().put("topic", "orders");
        var entry = body.putArray("records").addObject().put("key", "k-1");
        entry.putObject("value").put("total", 7);
        entry.putObject("headers").put("source", "e2e");
        var sent = suite.admin().post("/api/v1/clusters/quickstart/produce", body).expect(200);
        assertThat(sent.json().get("offsets")).hasSize(1);
    }

    private void consumeByApi() {
        var path =
                "/api/v1/clusters/quickstart/consume?topic=orders&from=earliest&max_records=10"
                        + "&timeout_ms=30000";
        var records = suite.admin().get(path).expect(200).json().get("records");
        assertThat(records).hasSize(1);
        var first = records.get(0);
        assertThat(first.get("key").asText()).isEqualTo("k-1");
        assertThat(first.get("value").get("total").asInt()).isEqualTo(7);
        assertThat(first.get("headers").get(0).get("name").asText()).isEqualTo("source");
    }

    private void listsShowIt() {
        var admin = suite.admin();
        var clusters = admin.get("/api/v1/clusters?environment=test&q=quick").expect(200).json();
        assertThat(clusters.findValuesAsText("id")).contains("quickstart");
        var topics = admin.get("/api/v1/clusters/quickstart/topics").expect(200).json();
        assertThat(topics.findValuesAsText("name")).contains("orders");
        var nodes = admin.get("/api/v1/clusters/quickstart/nodes").expect(200).json();
        assertThat(nodes.findValuesAsText("state")).containsExactly("RUNNING");
        var usage = admin.get("/api/v1/clusters/quickstart/usage").expect(200).json();
        assertThat(usage.get("memory_bytes").asLong()).isGreaterThan(10_000_000);
        var logs = admin.get("/api/v1/clusters/quickstart/nodes/broker-1/logs?lines=50");
        assertThat(logs.expect(200).text()).isNotBlank();
    }
}
