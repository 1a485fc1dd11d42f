package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, and the choice of the default cluster. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class GroupIT {
    private static final String CHOICE = "/api/v1/default-cluster";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void a_lag_of_nothing_is_zero_and_one_that_is_not_known_is_a_dash() {
        assertThat(Visit.page("/clusters/orders/groups").asString())
                .contains("data-label=\"Lag\">0<", "incomplete", ">Stable<");
        assertThat(Visit.page("/clusters/orders/groups/billing").asString())
                .contains("data-label=\"Lag\">0<", "data-label=\"Lag\">–<")
                .contains("1 partition(s) have no leader.", "nobody");
    }

    @Test
    void groups_that_cannot_be_read_say_why() {
        GatewayStandIn.refuses(
                "GET /api/v1/clusters/orders/groups",
                503,
                Samples.problem(503, "It does not answer.", List.of()));
        assertThat(Visit.page("/clusters/orders/groups").asString())
                .contains("Groups cannot be read", "It does not answer.");
    }

    @Test
    void the_default_cluster_has_a_badge_and_others_can_take_its_place() {
        assertThat(Visit.page("/clusters/still").asString())
                .contains("Routes without a cluster act on this one")
                .doesNotContain("Make default");
        assertThat(Visit.page("/clusters/orders").asString()).contains("Make default");
        GatewayStandIn.answers(
                "PUT " + CHOICE, new DefaultClusterView("orders", "Orders", 5, true));
        var answer = Visit.signedIn().post("/clusters/orders/default");
        assertThat(answer.header("Location")).endsWith("/clusters/orders?made-default=orders");
        var sent = GatewayStandIn.asked("PUT " + CHOICE).getFirst();
        assertThat(sent.ifMatch()).isEqualTo("\"4\"");
        assertThat(sent.body()).isEqualTo("{\"cluster_id\":\"orders\"}");
    }

    @Test
    void who_may_only_look_is_not_offered_the_choice() {
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/clusters/orders").asString()).doesNotContain("Make default");
    }
}
