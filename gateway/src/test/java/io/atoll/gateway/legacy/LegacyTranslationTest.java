package io.atoll.gateway.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.group.GroupView;
import io.atoll.contracts.legacy.LegacyMessageRequest;
import io.atoll.contracts.legacy.LegacyTopicRequest;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.contracts.topic.TopicView;
import io.atoll.testkit.GoldenFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer of today against the file of the same name in {@code then}. */
class LegacyTranslationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void topics() {
        var all = Today.read("topics", new TypeReference<List<TopicView>>() {});
        same("topics", TopicTranslation.list(all, NOW, ID));
    }

    @Test
    void one_topic() {
        var topic = Today.read("topic", new TypeReference<TopicView>() {});
        same("topic", TopicTranslation.metadata(topic, NOW, ID));
    }

    @Test
    void a_topic_that_is_made_or_deleted() {
        same("topic-created", TopicTranslation.done("invoices", "created"));
        same("topic-deleted", TopicTranslation.done("invoices", "deleted"));
    }

    @Test
    void a_new_topic_has_one_partition_and_one_replica_unless_it_says_more() {
        same(
                "request-topic",
                TopicTranslation.request(new LegacyTopicRequest("invoices", null, null, null)));
    }

    @Test
    void a_record_that_is_written() {
        var request =
                new LegacyMessageRequest(
                        "invoices", "a", Map.of("total", 12), null, Map.of("trace", "x"));
        same("request-produce", MessageTranslation.request(request));
        var place = Today.read("produced", new TypeReference<ProduceView>() {});
        same("produced", MessageTranslation.place(place, "a", ID));
    }

    @Test
    void records_that_are_read() {
        var read = Today.read("consumed", new TypeReference<ConsumeView>() {});
        same("consumed", MessageTranslation.messages(read, "billing", "invoices", NOW, ID));
    }

    @Test
    void groups() {
        var groups = Today.read("groups", new TypeReference<List<GroupView>>() {});
        same("groups", MessageTranslation.groups(groups, NOW, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "cluster-failed", "cluster-stopped"})
    void a_cluster(String name) {
        var cluster = Today.read(name, new TypeReference<ClusterView>() {});
        same(name, ClusterTranslation.status(cluster, NOW, ID));
        var health = LegacyHealth.health(ClusterTranslation.status(cluster, NOW, ID));
        GoldenFile.assertSame(then("health-of-" + name), health.encodePrettily() + "\n");
    }

    @Test
    void the_catalog() {
        var cluster = Today.read("cluster", new TypeReference<ClusterView>() {});
        var topics = Today.read("topics", new TypeReference<List<TopicView>>() {});
        same("catalog", CatalogFactory.catalog(cluster, topics, NOW, ID));
    }

    @Test
    void consume_asks_the_route_of_today_for_the_oldest_records() {
        var asked = new LegacyConsumeParameters("a b", "g", 10, 60_000, false, 2);
        assertThat(asked.today())
                .isEqualTo(
                        "/consume?topic=a%20b&from=earliest&key_encoding=text&max_records=10"
                                + "&timeout_ms=30000&partition=2");
    }

    private static java.nio.file.Path then(String name) {
        return Today.FILES.resolve("then").resolve(name + ".json");
    }

    private static void same(String name, Object then) {
        try {
            GoldenFile.assertSame(then(name), Today.MAPPER.writeValueAsString(then) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
