package io.atoll.ops.topic;

import static io.atoll.ops.Api.admin;
import static io.atoll.ops.Api.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.atoll.ops.Api;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/// Thousands of topics are listed, searched and paged; all of them, each once.
@QuarkusTest
@WithTestResource(AtollStack.class)
class ManyTopicsIT {

    private static final String CLUSTER = "many";
    private static final int COUNT = 2_000;
    private static final Map<String, String> SMALL_FILES = Map.of("segment.index.bytes", "1024");

    @Test
    void thousandsOfTopicsAreListedSearchedAndPaged() throws Exception {
        try (var broker = TestClusters.start(CLUSTER)) {
            make(broker.bootstrap());
            Api.running(CLUSTER, broker.bootstrap());
            // A broker learns of topics after the controller has confirmed them.
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    admin().get(topics(CLUSTER) + "?fresh=true&page_size=1")
                                            .then()
                                            .header("X-Total-Count", String.valueOf(COUNT)));
            var seen = new ArrayList<String>();
            var path = topics(CLUSTER) + "?page_size=1000";
            while (path != null) {
                var page = admin().urlEncodingEnabled(false).get(path);
                page.then().statusCode(200).header("X-Total-Count", String.valueOf(COUNT));
                seen.addAll(page.jsonPath().getList("name"));
                var link = page.header("Link");
                path = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(seen).hasSize(COUNT).doesNotHaveDuplicates().isSorted();
            admin().get(topics(CLUSTER) + "?q=-0042").then().body("name", hasSize(1));
            var times = times();
            System.out.printf(
                    "list of %d topics, page of 100: p50 %.1f ms, p95 %.1f ms%n",
                    COUNT, times.get(50) / 1e6, times.get(95) / 1e6);
        }
        TestClusters.delete(CLUSTER);
    }

    private static List<Long> times() {
        return IntStream.range(0, 100)
                .mapToLong(
                        i -> {
                            var begun = System.nanoTime();
                            admin().get(topics(CLUSTER) + "?q=topic").then().statusCode(200);
                            return System.nanoTime() - begun;
                        })
                .sorted()
                .boxed()
                .toList();
    }

    private static void make(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (int from = 0; from < COUNT; from += 500) {
                admin.createTopics(
                                IntStream.range(from, from + 500)
                                        .mapToObj(
                                                i ->
                                                        new NewTopic(
                                                                        "topic-%04d".formatted(i),
                                                                        1,
                                                                        (short) 1)
                                                                .configs(SMALL_FILES))
                                        .toList())
                        .all()
                        .get();
            }
        }
    }
}
