package io.atoll.provisioner;

import static io.atoll.provisioner.Calls.as;
import static io.atoll.provisioner.Calls.get;
import static io.atoll.provisioner.Wishes.deleted;
import static io.atoll.provisioner.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What the machine has and what is taken of it, as others are told. */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class CapacityIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject ObjectMapper json;

    @Test
    void every_runtime_is_shown_and_one_is_the_default() {
        get("/api/v1/runtimes")
                .statusCode(200)
                .body("name", hasItems("process", "docker"))
                .body("find { it.name == 'process' }.healthy", equalTo(true))
                .body("find { it.name == 'process' }.reason", nullValue())
                .body("findAll { it.is_default }.name", equalTo(List.of("process")));
    }

    @Test
    void what_the_machine_has_is_told_on_its_topic() throws Exception {
        try (var consumer = consumer()) {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> {
                                var reports = consumer.poll(Duration.ofMillis(200));
                                assertThat(reports).isNotEmpty();
                                var report = report(reports.iterator().next().value());
                                assertThat(report.portsTotal()).isEqualTo(100);
                                assertThat(report.portsFree()).isBetween(1, 100);
                                var process = report.runtimes().getFirst();
                                assertThat(process.name()).isEqualTo(RuntimeName.PROCESS);
                                assertThat(process.memoryFreeBytes())
                                        .isBetween(1L, process.memoryTotalBytes());
                            });
        }
    }

    @Test
    void usage_adds_up_by_environment_and_user_over_what_the_caller_may_see() throws Exception {
        try (var topics = new ControlTopicsOfTest(json)) {
            topics.wish(wish("sum-a", 1, KafkaSamples.spec(1, 0, false, 0)));
            topics.wish(wish("sum-b", 1, KafkaSamples.spec(1, 0, false, 0)));
            await().atMost(LONG)
                    .untilAsserted(
                            () ->
                                    get("/api/v1/usage/environments")
                                            .statusCode(200)
                                            .body(
                                                    "find { it.name == 'dev' }.clusters",
                                                    greaterThanOrEqualTo(2))
                                            .body(
                                                    "find { it.name == 'dev' }.promised_disk_bytes",
                                                    greaterThanOrEqualTo(2 << 28)));
            get("/api/v1/usage/users").statusCode(200).body("name", hasItems("tester"));
            get("/api/v1/usage?page_size=1").statusCode(200).body("size()", equalTo(1));
            var link = as(Grant.everywhere(Role.VIEWER)).get("/api/v1/usage?page_size=1");
            assertThat(link.header("Link")).contains("page_token=").contains("rel=\"next\"");
            get("/api/v1/usage?page_size=0")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("?page_size"));
            get("/api/v1/usage?page_token=%25%25")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("?page_token"));
            var other = new Grant(Role.ADMIN, "nowhere", null, null);
            as(other).get("/api/v1/usage/users").then().body("$", empty());
            topics.wish(deleted("sum-a", 2));
            topics.wish(deleted("sum-b", 2));
        }
    }

    private RuntimesObserved report(String text) throws Exception {
        return json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(text, RuntimesObserved.class);
    }

    private static KafkaConsumer<String, String> consumer() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", AtollStack.kafka());
        var consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
        var topic = List.of(new TopicPartition(Topics.RUNTIMES, 0));
        consumer.assign(topic);
        consumer.seekToBeginning(topic);
        return consumer;
    }
}
