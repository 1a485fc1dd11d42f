package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.KafkaClients;
import io.atoll.e2e.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a cluster keeps and what it gives up as it is stopped, started, changed and deleted. */
@Order(20)
class ClusterLifeIT {
    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);

    @Test
    void data_survives_a_stop_and_a_change_and_goes_with_cleanup() {
        var bootstrap = Fleet.bootstrap(fleet.createAndAwait(Fleet.request("life")));
        fleet.createTopic("life", "kept", 1, 1);
        KafkaClients.produce(bootstrap, "kept", List.of("one", "two"));

        fleet.stopAndAwait("life");
        assertThat(suite.processes().nodes("life")).isEmpty();
        fleet.start("life");
        assertThat(Fleet.bootstrap(fleet.awaitPhase("life", "RUNNING"))).isEqualTo(bootstrap);
        assertThat(KafkaClients.readAll(bootstrap, "kept")).containsExactly("one", "two");

        changeRetention();
        assertThat(KafkaClients.readAll(bootstrap, "kept")).containsExactly("one", "two");

        suite.admin().post("/api/v1/clusters/life/stop?cleanup=true").expect(202);
        fleet.awaitPhase("life", "STOPPED");
        fleet.start("life");
        fleet.awaitPhase("life", "RUNNING");
        await().ignoreExceptions().until(() -> !topics().contains("kept"));

        var refused = suite.admin().delete("/api/v1/clusters/life");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        var directory = Path.of(fleet.get("life").get("status").get("data_directory").asText());
        assertThat(directory).exists();
        fleet.deleteAndAwait("life");
        assertThat(suite.processes().nodes("life")).isEmpty();
        await().until(() -> !Files.exists(directory));
    }

    private List<String> topics() {
        var answer = suite.admin().get("/api/v1/clusters/life/topics?fresh=true").expect(200);
        return answer.json().findValuesAsText("name");
    }

    private void changeRetention() {
        var change = Api.object();
        change.putObject("kafka_config").put("log_retention_hours", 5);
        var path = "/api/v1/clusters/life";
        var tag = suite.admin().get(path).header("ETag");
        var dry = suite.admin().put(path + "?dry_run=true", tag, change).expect(200).json();
        assertThat(dry.get("changes").toString()).contains("log_retention_hours");
        assertThat(suite.admin().get(path).header("ETag")).isEqualTo(tag);

        assertThat(suite.admin().put(path, tag, change).status()).isIn(200, 202);
        assertThat(suite.admin().put(path, tag, change).status()).isEqualTo(412);
        assertThat(suite.admin().send("PUT", path, change, java.util.Map.of()).status())
                .isEqualTo(428);
        var changed = fleet.awaitPhase("life", "RUNNING");
        assertThat(changed.get("kafka_config").get("log_retention_hours").asInt()).isEqualTo(5);
    }

    @Test
    void three_brokers_lose_no_acknowledged_record_when_one_is_killed() {
        var cluster = fleet.createAndAwait(Fleet.request("trio").put("brokers", 3));
        var bootstrap = Fleet.bootstrap(cluster);
        fleet.createTopic("trio", "ledger", 3, 3);
        var values = IntStream.range(0, 300).mapToObj(i -> "r-" + i).toList();

        KafkaClients.produce(bootstrap, "ledger", values.subList(0, 100));
        var victim = suite.processes().nodes("trio").getLast();
        victim.kill();
        KafkaClients.produce(bootstrap, "ledger", values.subList(100, 200));
        await().atMost(Fleet.patience()).until(() -> restarts() >= 1);
        fleet.awaitPhase("trio", "RUNNING");
        KafkaClients.produce(bootstrap, "ledger", values.subList(200, 300));

        assertThat(KafkaClients.readAll(bootstrap, "ledger")).containsAll(values);
        assertThat(suite.processes().nodes("trio")).hasSize(3);
        fleet.deleteAndAwait("trio");
    }

    private int restarts() {
        return fleet.get("trio").get("status").get("nodes").findValues("restarts").stream()
                .mapToInt(n -> n.asInt())
                .sum();
    }
}
