package io.atoll.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What `down --all` ended comes back with the next `up`, and nobody is told of a crash. */
@Order(Integer.MAX_VALUE - 1)
class StoppedWithAtollIT {

    private static final String ID = "stopped-with-atoll";

    @Test
    void nodes_that_down_all_ended_are_told_as_stopped_and_started_again() {
        var suite = Suite.get();
        var fleet = new Fleet(suite);
        fleet.createAndAwait(Fleet.request(ID));

        suite.atoll(Duration.ofMinutes(2), "down", "--all");
        assertThat(suite.processes().nodes()).isEmpty();
        suite.atoll(Duration.ofMinutes(2), "up", "--detach");
        suite.awaitReady();

        await().atMost(Fleet.patience())
                .untilAsserted(
                        () ->
                                assertThat(types(suite))
                                        .containsSubsequence(
                                                "node.started", "node.stopped", "node.started"));
        assertThat(types(suite)).doesNotContain("node.died");
        var node = fleet.awaitPhase(ID, "RUNNING").get("status").get("nodes").get(0);
        assertThat(node.get("restarts").asInt()).isZero();
        assertThat(node.get("last_exit").asText()).isEqualTo("Stopped together with Atoll.");
        fleet.deleteAndAwait(ID);
    }

    /** Oldest first. */
    private static List<String> types(Suite suite) {
        return suite.admin()
                .get("/api/v1/events?cluster=" + ID)
                .expect(200)
                .json()
                .findValuesAsText("type")
                .reversed();
    }
}
