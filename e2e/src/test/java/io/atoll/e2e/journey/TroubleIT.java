package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What stands in a cluster's way is said in its conditions, and it recovers when that is gone. */
@Order(25)
class TroubleIT {
    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);

    @Test
    void a_port_that_somebody_took_is_named_until_it_is_free_again() throws Exception {
        var bootstrap = Fleet.bootstrap(fleet.createAndAwait(Fleet.request("stolen")));
        var port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
        fleet.stopAndAwait("stolen");
        try (var thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            fleet.start("stolen");
            await("port " + thief.getLocalPort() + " named")
                    .atMost(Fleet.patience())
                    .until(() -> conditions("stolen").contains(Integer.toString(port)));
        }
        assertThat(Fleet.bootstrap(fleet.awaitPhase("stolen", "RUNNING"))).isEqualTo(bootstrap);
        fleet.deleteAndAwait("stolen");
    }

    @Test
    void a_companion_that_the_runtime_lacks_is_told() {
        var request = Fleet.request("alone");
        request.putObject("rest_proxy_config").put("enabled", true);
        fleet.createAndAwait(request);
        assertThat(conditions("alone")).contains("\"Companions\"", "FALSE");
        fleet.deleteAndAwait("alone");
    }

    @Test
    void a_node_that_dies_is_started_again_and_seen_as_such() {
        fleet.createAndAwait(Fleet.request("mortal"));
        suite.processes().nodes("mortal").forEach(node -> node.kill());
        await().atMost(Fleet.patience()).until(() -> node("mortal").get("restarts").asInt() >= 1);
        fleet.awaitPhase("mortal", "RUNNING");
        assertThat(node("mortal").get("last_exit").asText()).isNotBlank();
        var events = suite.admin().get("/api/v1/events?cluster=mortal").expect(200).text();
        assertThat(events).contains("node.died");
        fleet.deleteAndAwait("mortal");
    }

    private JsonNode node(String id) {
        return fleet.get(id).get("status").get("nodes").get(0);
    }

    private String conditions(String id) {
        return fleet.get(id).get("status").get("conditions").toString();
    }
}
