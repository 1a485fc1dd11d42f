package io.atoll.ops.group;

import static io.atoll.ops.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.ops.Api;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
class GroupResourceIT {
    private static final String CLUSTER = "groups-it";
    private static final String GROUPS = "/api/v1/clusters/groups-it/groups";

    @BeforeEach
    void cluster() {
        Api.running(CLUSTER);
    }

    @Test
    void a_group_that_reads_is_shown_with_its_members_and_what_it_has_left() {
        Api.topic(CLUSTER, "orders", 2);
        produce("orders", 0, 5);
        produce("orders", 1, 3);
        try (var consumer = reader("billing")) {
            consumer.subscribe(List.of("orders"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> consumer.poll(Duration.ofMillis(200)).count() > 0);
            consumer.commitSync(Map.of(new TopicPartition("orders", 0), new OffsetAndMetadata(1)));
            admin().get(GROUPS + "/billing")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("billing"))
                    .body("type", equalTo("classic"))
                    .body("state", equalTo("stable"))
                    .body("members", equalTo(1))
                    .body("coordinator", equalTo(1))
                    .body("total_lag", equalTo(4))
                    .body("member_details[0].assignments[0].topic", equalTo("orders"))
                    .body("member_details[0].assignments[0].partitions", contains(0, 1))
                    .body("partition_details", hasSize(2))
                    .body("partition_details[0].committed_offset", equalTo(1))
                    .body("partition_details[0].end_offset", equalTo(5))
                    .body("partition_details[0].lag", equalTo(4))
                    .body("partition_details[1].committed_offset", nullValue())
                    .body("partition_details[1].lag", nullValue())
                    .body("warnings", nullValue());
            admin().get(GROUPS + "?q=BILL")
                    .then()
                    .statusCode(200)
                    .header("X-Total-Count", "1")
                    .header("X-Data-State", "current")
                    .body("[0].total_lag", equalTo(4))
                    .body("[0].member_details", nullValue())
                    .body("[0].partition_details", nullValue());
            admin().get(GROUPS + "?q=billing&members=true")
                    .then()
                    .body("[0].member_details", hasSize(1));
        }
    }

    @Test
    void a_group_that_nobody_is_in_is_empty_and_keeps_its_lag() {
        Api.topic(CLUSTER, "idle-topic", 1);
        produce("idle-topic", 0, 7);
        commit("idle", "idle-topic", 2);
        admin().get(GROUPS + "?state=empty&q=idle")
                .then()
                .body("name", contains("idle"))
                .body("[0].members", equalTo(0))
                .body("[0].total_lag", equalTo(5));
        admin().get(GROUPS + "?state=stable&q=idle").then().body("name", hasSize(0));
    }

    @Test
    void offsets_of_a_topic_that_is_gone_are_told_and_cost_the_others_nothing() {
        Api.topic(CLUSTER, "stays", 1);
        Api.topic(CLUSTER, "goes", 1);
        produce("stays", 0, 3);
        commit("both", "stays", 1);
        commit("both", "goes", 0);
        admin().delete(Api.topics(CLUSTER) + "/goes").then().statusCode(204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                admin().get(GROUPS + "/both")
                                        .then()
                                        .statusCode(200)
                                        .body("total_lag", equalTo(2)));
    }

    @Test
    void a_group_that_is_not_there_suggests_near_ones() {
        Api.topic(CLUSTER, "near-topic", 1);
        commit("shipping", "near-topic", 0);
        admin().get(GROUPS + "/shiping").then().statusCode(404).body("near", hasItem("shipping"));
    }

    @Test
    void names_of_any_characters_come_back_as_they_are() {
        Api.topic(CLUSTER, "odd-topic", 1);
        commit("odd /%ü,group", "odd-topic", 0);
        admin().get(GROUPS + "?q=odd").then().body("name", contains("odd /%ü,group"));
        admin().urlEncodingEnabled(false)
                .get(GROUPS + "/odd%20%2F%25%C3%BC%2Cgroup")
                .then()
                .statusCode(200)
                .body("name", equalTo("odd /%ü,group"));
    }

    @Test
    void many_groups_are_paged_each_once() throws Exception {
        Api.topic(CLUSTER, "crowd-topic", 1);
        var longTail = "x".repeat(1_500);
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestClusters.broker()))) {
            var offset = Map.of(new TopicPartition("crowd-topic", 0), new OffsetAndMetadata(0));
            for (int i = 0; i < 120; i++) {
                var group = "crowd-%03d%s".formatted(i, i % 50 == 49 ? longTail : "");
                admin.alterConsumerGroupOffsets(group, offset).all().get();
            }
        }
        var seen = new ArrayList<String>();
        var path = GROUPS + "?q=crowd-&page_size=50";
        while (path != null) {
            var page = admin().urlEncodingEnabled(false).get(path);
            page.then().statusCode(200).header("X-Total-Count", "120");
            seen.addAll(page.jsonPath().getList("name"));
            var link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "page_size=0,400",
        "page_size=1001,400",
        "state=lazy,400",
        "page_token=%20,400",
        "state=dead,200"
    })
    void list_parameters_are_checked(String query, int status) {
        admin().urlEncodingEnabled(false).get(GROUPS + "?" + query).then().statusCode(status);
    }

    @Test
    void who_may_not_see_the_cluster_is_told_that_there_is_none() {
        var elsewhere = Api.as(new Grant(Role.ADMIN, null, null, "another"));
        elsewhere.get(GROUPS).then().statusCode(404);
        Api.as(new Grant(Role.VIEWER, null, null, CLUSTER)).get(GROUPS).then().statusCode(200);
    }

    @Test
    void a_grant_for_names_shows_those_groups_alone_and_the_topics_that_it_has_too() {
        Api.topic(CLUSTER, "named-topic", 1);
        commit("named-one", "named-topic", 0);
        commit("other-one", "named-topic", 0);
        var pattern = new NamePattern(Permission.Resource.GROUP, "named-*");
        var role = Role.VIEWER;
        var some = Api.as(new Grant(role.wire(), role.permissions(), null, null, CLUSTER, pattern));
        some.get(GROUPS + "?q=-one").then().statusCode(200).body("name", contains("named-one"));
        some.get(GROUPS + "/named-one")
                .then()
                .statusCode(200)
                .body("partition_details", hasSize(0));
        some.get(GROUPS + "/other-one").then().statusCode(404);
    }

    @Test
    void a_cluster_that_is_gone_is_said_not_to_answer() throws Exception {
        try (var broker = TestClusters.start("groups-gone")) {
            Api.running("groups-gone", broker.bootstrap());
            admin().get("/api/v1/clusters/groups-gone/groups").then().statusCode(200);
        }
        for (var path : List.of("", "/any")) {
            admin().get("/api/v1/clusters/groups-gone/groups" + path)
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("does not answer"));
        }
        TestClusters.delete("groups-gone");
    }

    private static void produce(String topic, int partition, int count) {
        var records =
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"value\":%d,\"partition\":%d}".formatted(i, partition))
                        .collect(Collectors.joining(","));
        admin().body("{\"topic\":\"%s\",\"records\":[%s]}".formatted(topic, records))
                .post("/api/v1/clusters/" + CLUSTER + "/produce")
                .then()
                .statusCode(200);
    }

    private static void commit(String group, String topic, long offset) {
        try (var consumer = reader(group)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    private static KafkaConsumer<String, String> reader(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestClusters.broker(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
