package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that take longer than a page waits for what it can do without. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class LateAnswerIT {

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void what_a_test_of_a_slow_connection_found_is_told() {
        String route = "POST /api/v1/clusters/outside/test";
        GatewayStandIn.answers(
                route,
                ConnectionTest.failed(ConnectionTest.Stage.TCP, "a:9092", "Nothing answers."));
        GatewayStandIn.takes(route, Duration.ofSeconds(7));
        var answer =
                Visit.signedIn()
                        .header("HX-Request", "true")
                        .post("/clusters/outside/connection/test");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("Nothing answers.");
    }

    @Test
    void a_part_that_is_late_is_left_out_and_the_page_says_so() {
        GatewayStandIn.takes("GET /api/v1/usage", Duration.ofMinutes(1));
        var page = Visit.page("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("card-orders", "Usage is not known", "No answer came in time.");
    }
}
