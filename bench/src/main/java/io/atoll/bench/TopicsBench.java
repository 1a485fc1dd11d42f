package io.atoll.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Lists the topics of a cluster that has many; the number is the property atoll.bench.topics. */
final class TopicsBench implements Bench {
    private static final int TOPICS = Integer.getInteger("atoll.bench.topics", 10_000);
    private static final int PARTITIONS = 1;
    private static final int AT_ONCE = 500;
    private static final int LISTS = 200;

    @Override
    public void run(Report report) throws IOException, InterruptedException, ExecutionException {
        try (var stack = Stack.warm()) {
            var client = stack.client();
            fill(client.create("topics", "process"));
            var first = time(client, "?page_size=1000&fresh=true");
            var page = new Durations();
            for (var i = 0; i < LISTS; i++) {
                page.add(time(client, "?page_size=1000"));
            }
            report.begin("topics, " + TOPICS + " with " + PARTITIONS + " partition each");
            report.figure("first list of 1,000, fresh", "%.1f ms".formatted(first / 1e6));
            report.durations("list of 1,000 of them", page);
        }
    }

    private static long time(Client client, String query) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        client.get("/api/v1/clusters/topics/topics" + query);
        return System.nanoTime() - begin;
    }

    private static void fill(String bootstrap) throws InterruptedException, ExecutionException {
        Map<String, Object> config =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        120_000);
        try (var admin = Admin.create(config)) {
            for (var from = 0; from < TOPICS; from += AT_ONCE) {
                List<NewTopic> some =
                        IntStream.range(from, Math.min(TOPICS, from + AT_ONCE))
                                .mapToObj(i -> new NewTopic("topic-" + i, PARTITIONS, (short) 1))
                                .toList();
                admin.createTopics(some).all().get();
            }
        }
    }
}
