package io.atoll.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What `down --all` ended comes back with the next `up`, and nobody is told of a crash. */
@Order(Integer.MAX_VALUE - 1)
class StoppedWithAtollIT {

    @Test
    void nodes_that_down_all_ended_are_told_as_stopped_and_started_again() {
        var suite = Suite.get();
        var fleet = new Fleet(suite);
        fleet.createAndAwait(Fleet.request("ended-process"));
        var ids = new ArrayList<>(List.of("ended-process"));
        if (Docker.isThere()) {
            fleet.createAndAwait(Fleet.request("ended-container").put("runtime", "docker"));
            ids.add("ended-container");
        }

        suite.atoll(Duration.ofMinutes(2), "down", "--all");
        assertThat(suite.processes().nodes()).isEmpty();
        suite.atoll(Duration.ofMinutes(2), "up", "--detach");
        suite.awaitReady();

        for (var id : ids) {
            assertStoppedAndStartedAgain(suite, fleet, id);
            fleet.deleteAndAwait(id);
        }
    }

    private static void assertStoppedAndStartedAgain(Suite suite, Fleet fleet, String id) {
        await().atMost(Fleet.patience())
                .untilAsserted(
                        () ->
                                assertThat(types(suite, id))
                                        .containsSubsequence(
                                                "node.started", "node.stopped", "node.started"));
        assertThat(types(suite, id)).doesNotContain("node.died");
        // Events are told before the registry has read the status that goes with them.
        await().atMost(Fleet.patience())
                .until(() -> !node(fleet, id).path("last_exit").asText().isEmpty());
        assertThat(node(fleet, id).get("last_exit").asText())
                .isEqualTo("Stopped together with Atoll.");
        assertThat(node(fleet, id).get("restarts").asInt()).isZero();
        fleet.awaitPhase(id, "RUNNING");
    }

    private static JsonNode node(Fleet fleet, String id) {
        return fleet.get(id).get("status").path("nodes").path(0);
    }

    /** Oldest first. */
    private static List<String> types(Suite suite, String id) {
        return suite.admin()
                .get("/api/v1/events?cluster=" + id)
                .expect(200)
                .json()
                .findValuesAsText("type")
                .reversed();
    }
}
