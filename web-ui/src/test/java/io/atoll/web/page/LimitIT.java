package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Limited;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class LimitIT {
    private static final String READ = "PUT /api/v1/limits/read";
    private static final String OVERRIDE = READ + "/overrides/user/ada%20b";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void visitors_see_what_they_have_left_and_when_the_rest_comes_back() {
        String html = Visit.page("/limits?part=mine").asString();
        assertThat(html)
                .contains("4\u202f500", "of 6\u202f000 in 60 s", "all back in 15 s")
                .contains("used up", "the next in 6 s", "your own")
                .contains("data-poll=\"3\"", "of 64");
    }

    @Test
    void limits_of_everybody_are_shown_to_who_may_see_them_only() {
        assertThat(Visit.page("/limits").asString()).contains("Of everybody", "/limits/sign_in");
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/limits").asString()).doesNotContain("Of everybody");
        assertThat(GatewayStandIn.asked("GET /api/v1/limits")).isEmpty();
    }

    @Test
    void saving_a_limit_names_the_version_that_was_shown() {
        GatewayStandIn.answers(READ, Limited.read());
        var answer =
                Visit.signedIn()
                        .formParam("quota", "500")
                        .formParam("window_seconds", "30")
                        .formParam("_version", "7")
                        .post("/limits/read");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/limits/read?limit-saved=read");
        var asked = GatewayStandIn.asked(READ).getFirst();
        assertThat(asked.ifMatch()).isEqualTo("\"7\"");
        assertThat(asked.body()).contains("\"quota\":500", "\"window_seconds\":30");
    }

    @Test
    void a_limit_that_is_refused_stays_in_the_form_with_the_reason() {
        GatewayStandIn.refuses(
                READ,
                422,
                Samples.problem(422, "x", List.of(new FieldError("/quota", "is too low"))));
        var answer = Visit.signedIn().formParam("quota", "1").post("/limits/read");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("is too low", "value=\"1\"");
    }

    @Test
    void an_exception_is_added_and_removed() {
        GatewayStandIn.answers(OVERRIDE, Limited.override());
        var added =
                Visit.signedIn()
                        .formParam("kind", "user")
                        .formParam("subject", "ada b")
                        .formParam("quota", "9")
                        .formParam("window_seconds", "60")
                        .formParam("_version", "0")
                        .post("/limits/read/overrides");
        assertThat(added.statusCode()).isEqualTo(303);
        String delete = OVERRIDE.replace("PUT", "DELETE");
        GatewayStandIn.answers(delete, Map.of());
        var removed =
                Visit.signedIn()
                        .formParam("kind", "user")
                        .formParam("subject", "ada b")
                        .formParam("_version", "8")
                        .post("/limits/read/overrides/delete");
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(GatewayStandIn.asked(delete).getFirst().ifMatch()).isEqualTo("\"8\"");
    }

    @Test
    void who_may_only_look_gets_no_form() {
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/limits/read").asString())
                .doesNotContain("<form class=\"stack\"")
                .contains("Your role may look");
    }
}
