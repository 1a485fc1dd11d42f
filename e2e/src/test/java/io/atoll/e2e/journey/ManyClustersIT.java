package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clusters that are asked for at the same moment do not get in each other's way. */
@Order(30)
class ManyClustersIT {
    private static final int MANY = 20;
    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);

    @Test
    void twenty_created_at_once_share_nothing() throws Exception {
        suite.admin();
        var ids = IntStream.range(0, MANY).mapToObj(i -> "many-" + i).toList();
        var answers = atOnce(ids.stream().map(this::creation).toList());
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(201));

        var ports = new HashSet<Integer>();
        var directories = new HashSet<String>();
        for (var id : ids) {
            var status = fleet.awaitPhase(id, "RUNNING").get("status");
            directories.add(status.get("data_directory").asText());
            status.get("port_allocation")
                    .get("all")
                    .forEach(port -> assertThat(ports.add(port.asInt())).isTrue());
            assertThat(suite.processes().nodes(id)).hasSize(1);
        }
        assertThat(directories).hasSize(MANY);
        ids.forEach(fleet::delete);
        ids.forEach(fleet::awaitGone);
        assertThat(suite.processes().nodes()).isEmpty();
    }

    @Test
    void the_same_name_at_once_is_won_by_exactly_one() throws Exception {
        var rivals = IntStream.range(0, 6).mapToObj(i -> creation("rival")).toList();
        var statuses = atOnce(rivals).stream().map(Answer::status).sorted().toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        fleet.awaitPhase("rival", "RUNNING");
        assertThat(suite.processes().nodes("rival")).hasSize(1);
        fleet.deleteAndAwait("rival");
    }

    @Test
    void the_same_port_asked_for_twice_is_given_once() {
        var port = suite.ports().max().orElseThrow() - 3;
        var first = Fleet.request("port-first");
        first.putObject("ports").put("kafka_port", port);
        var second = Fleet.request("port-second");
        second.putObject("ports").put("kafka_port", port);

        assertThat(Fleet.bootstrap(fleet.createAndAwait(first))).endsWith(":" + port);
        var answer = suite.admin().post("/api/v1/clusters", second).expect(409, 422, 201);
        if (answer.status() == 201) {
            var refused = fleet.awaitPhase("port-second", "FAILED");
            assertThat(refused.get("status").get("conditions").toString())
                    .contains(Integer.toString(port));
        }
        List.of("port-first", "port-second").forEach(fleet::delete);
        List.of("port-first", "port-second").forEach(fleet::awaitGone);
    }

    private Callable<Answer> creation(String id) {
        return () -> suite.admin().post("/api/v1/clusters", Fleet.request(id));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<T>();
            for (Future<T> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
