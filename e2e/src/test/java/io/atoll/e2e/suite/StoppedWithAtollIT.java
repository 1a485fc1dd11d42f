package io.atoll.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
        // Events are told before the registry has read the status that goes with them.
        await().atMost(Fleet.patience())
                .until(() -> !node(fleet).path("last_exit").asText().isEmpty());
        assertThat(node(fleet).get("last_exit").asText()).isEqualTo("Stopped together with Atoll.");
        assertThat(node(fleet).get("restarts").asInt()).isZero();
        fleet.awaitPhase(ID, "RUNNING");
        fleet.deleteAndAwait(ID);
    }

    private static JsonNode node(Fleet fleet) {
        return fleet.get(ID).get("status").path("nodes").path(0);
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
