package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.problem.Problem;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an operator and a tool find at the door. */
@Order(70)
class ObservabilityIT {
    private final Suite suite = Suite.get();
    private final Api nobody = Api.anonymous(suite.url());

    @Test
    void health_is_open_to_all() {
        assertThat(nobody.get("/health/live").expect(200).json().get("status").asText())
                .isEqualTo("UP");
        assertThat(nobody.get("/health/ready").expect(200).json().get("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void metrics_come_in_prometheus_form() {
        var metrics = suite.admin().get("/metrics").expect(200);
        assertThat(metrics.text()).contains("# TYPE ", "http_server_requests_seconds");
    }

    @Test
    void the_merged_openapi_document_holds_the_routes_of_every_service() {
        var document = nobody.get("/openapi?format=json").expect(200).json();
        var paths = document.get("paths");
        for (var path :
                List.of(
                        "/api/v1/clusters",
                        "/api/v1/clusters/{id}/nodes",
                        "/api/v1/clusters/{id}/topics",
                        "/api/v1/auth/login",
                        "/api/v1/events")) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
        assertThat(nobody.get("/swagger-ui/").status()).isIn(200, 302);
    }

    @Test
    void an_answer_carries_the_trace_that_was_sent() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var header = "00-" + trace + "-b7ad6b7169203331-01";
        var answer =
                suite.admin()
                        .send(
                                "GET",
                                "/api/v1/clusters/none-such",
                                null,
                                java.util.Map.of("traceparent", header));
        assertThat(answer.json().get("trace_id").asText()).isEqualTo(trace);
        assertThat(answer.header("Content-Type")).startsWith(Problem.MEDIA_TYPE);
    }
}
