package io.atoll.gateway.legacy.takeover;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.atoll.gateway.Callers;
import io.atoll.gateway.legacy.TodayServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(TodayServices.class)
class TakeoverIT {
    private static final String IMPORT = "/api/v1/default-cluster/import";
    private static final Map<String, String> FILE =
            Map.of("format", "env", "text", "KAFKA_PORT=9092\nAPI_PORT=8000\n");

    @BeforeEach
    void chosen() {
        TodayServices.choose(true);
        TodayServices.asked();
    }

    @Test
    void a_dry_run_shows_the_plan_and_does_nothing() {
        as(Callers.withRole("operator"))
                .contentType(ContentType.JSON)
                .body(FILE)
                .post(IMPORT + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("planned"))
                .body("plan.cluster_id", equalTo("default"))
                .body("left_out", hasItem(containsString("API_PORT")));
        assertThat(TodayServices.asked())
                .contains("POST /api/v1/clusters?dry_run=true ")
                .doesNotContain("PUT", "POST /api/v1/clusters {");
    }

    @Test
    void it_makes_the_cluster_and_chooses_it() {
        as(Callers.withRole("operator"))
                .contentType(ContentType.JSON)
                .body(FILE)
                .post(IMPORT)
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/clusters/default")
                .body("outcome", equalTo("created"));
        assertThat(TodayServices.asked())
                .contains("POST /api/v1/clusters {\"name\":\"default\",\"id\":\"default\"")
                .contains("\"kafka_port\":9092")
                .contains("PUT /api/v1/default-cluster {\"cluster_id\":\"default\"}");
    }

    @Test
    void it_is_for_who_may_make_clusters_and_names_what_is_wrong() {
        as(Callers.withRole("developer"))
                .contentType(ContentType.JSON)
                .body(FILE)
                .post(IMPORT)
                .then()
                .statusCode(403);
        as(Callers.withRole("operator"))
                .contentType(ContentType.JSON)
                .body(Map.of("format", "env", "text", "COLOUR=red"))
                .post(IMPORT)
                .then()
                .statusCode(422)
                .body("detail", containsString("COLOUR"));
        assertThat(TodayServices.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void a_file_made_to_do_harm_is_a_plain_refusal(String text, int status) {
        for (var format : List.of("yaml", "compose")) {
            as(Callers.withRole("operator"))
                    .contentType(ContentType.JSON)
                    .body(Map.of("format", format, "text", text))
                    .post(IMPORT)
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("/text"));
        }
        assertThat(TodayServices.asked()).isEmpty();
    }

    static Stream<Arguments> a_file_made_to_do_harm_is_a_plain_refusal() {
        return Stream.of(
                Arguments.of("a: !!javax.script.ScriptEngineManager []", 422),
                Arguments.of("a: &a [x]\nb: [*a, *a, *a]", 422),
                Arguments.of("[".repeat(100_000), 422),
                Arguments.of("a: 1\na: 2", 422),
                Arguments.of("a: \u001b[2J", 422),
                Arguments.of("a".repeat(200_001), 400));
    }
}
