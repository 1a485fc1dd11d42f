package io.atoll.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last test: what was started is ended, clusters included. */
@Order(Integer.MAX_VALUE)
class ShutdownIT {

    @Test
    void down_all_leaves_no_process_and_no_listening_port() {
        var suite = Suite.get();
        new Fleet(suite).createAndAwait(Fleet.request("left-running"));
        suite.atoll(Duration.ofMinutes(1), "down");
        assertThat(suite.processes().nodes("left-running")).hasSize(1);
        suite.atoll(Duration.ofMinutes(2), "up", "--detach");
        suite.awaitReady();
        new Fleet(suite).awaitPhase("left-running", "RUNNING");

        suite.atoll(Duration.ofMinutes(1), "down", "--all");
        await().untilAsserted(() -> assertThat(suite.processes().all()).isEmpty());
        assertThat(suite.ports().filter(p -> !Suite.isFree(p)).boxed()).isEmpty();
    }
}
