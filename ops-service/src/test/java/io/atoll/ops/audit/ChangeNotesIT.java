package io.atoll.ops.audit;

import static io.atoll.ops.Api.admin;
import static io.atoll.ops.Api.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.ops.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class ChangeNotesIT {
    private static final String CLUSTER = "noted";

    @Test
    void changes_of_topics_and_counts_of_records_are_told_to_the_audit() {
        Api.running(CLUSTER);
        Api.topic(CLUSTER, "counted", 2, Map.of("retention.ms", "60000"));
        admin().body(Map.of("config", Map.of("retention.ms", "70000")))
                .put(topics(CLUSTER) + "/counted/config")
                .then()
                .statusCode(200);
        admin().body(
                        Map.of(
                                "topic",
                                "counted",
                                "records",
                                List.of(
                                        Map.of("key", "canary-key", "value", "canary-value"),
                                        Map.of("value", "canary-value"))))
                .post(Api.CLUSTERS + CLUSTER + "/produce")
                .then()
                .statusCode(200);
        admin().delete(topics(CLUSTER) + "/counted?dry_run=true").then().statusCode(200);
        admin().delete(topics(CLUSTER) + "/counted").then().statusCode(204);
        List<JsonNode> changes = told(4);
        assertThat(changes)
                .extracting(c -> c.path("action").asText())
                .containsExactly(
                        "topic.create", "topic.configure", "message.produce", "topic.delete");
        assertThat(changes)
                .allMatch(c -> c.path("subject").asText().equals("ada"))
                .allMatch(c -> c.path("resource").asText().equals("topic counted"))
                .noneMatch(c -> c.toString().contains("canary"));
        JsonNode configured = changes.get(1);
        assertThat(configured.at("/before/config/retention.ms").asText()).isEqualTo("60000");
        assertThat(configured.at("/after/config/retention.ms").asText()).isEqualTo("70000");
        assertThat(changes.get(2).at("/after/records").asInt()).isEqualTo(2);
        assertThat(changes.get(3).at("/before/partitions").asInt()).isEqualTo(2);
    }

    private static List<JsonNode> told(int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", AtollStack.kafka());
        var text = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            var partition = new TopicPartition(Topics.AUDIT, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var found = new ArrayList<JsonNode>();
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(r -> found.add(json(r.value())));
                                found.removeIf(c -> !c.path("cluster").asText().equals(CLUSTER));
                                return found.size() == count;
                            });
            return found;
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
