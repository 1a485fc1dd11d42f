package io.atoll.e2e.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Docker;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Twenty clusters asked for at once in Docker: each runs, or is refused with the numbers. */
@Order(85)
class ManyContainersIT {
    private static final int MANY = 20;

    @BeforeAll
    static void needsDocker() {
        Docker.require();
    }

    @Test
    void each_runs_or_is_refused_with_the_numbers() throws Exception {
        var suite = Suite.get();
        var fleet = new Fleet(suite);
        suite.admin();
        var accepted = new ArrayList<String>();
        var answers = atOnce(suite);
        for (var i = 0; i < MANY; i++) {
            if (answers.get(i).status() == 201) {
                accepted.add("crowd-" + i);
            } else {
                assertThat(answers.get(i).expect(409).text()).contains(" GB", "this needs");
            }
        }
        assertThat(accepted).isNotEmpty();
        var ports = new HashSet<String>();
        for (var id : accepted) {
            assertThat(ports.add(Fleet.bootstrap(fleet.awaitPhase(id, "RUNNING")))).isTrue();
        }
        assertThat(suite.containers().running()).hasSize(accepted.size());
        accepted.forEach(fleet::delete);
        accepted.forEach(fleet::awaitGone);
        assertThat(suite.containers().clusters()).isEmpty();
    }

    private static ArrayList<Answer> atOnce(Suite suite)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<Answer>>();
            for (var i = 0; i < MANY; i++) {
                var request = Fleet.request("crowd-" + i).put("runtime", "docker");
                sent.add(threads.submit(() -> suite.admin().post("/api/v1/clusters", request)));
            }
            var answers = new ArrayList<Answer>();
            for (var each : sent) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
