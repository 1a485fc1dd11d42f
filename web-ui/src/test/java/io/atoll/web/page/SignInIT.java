package io.atoll.web.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class SignInIT {

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void without_a_token_every_page_leads_to_the_door_and_back() {
        var answer = given().redirects().follow(false).get("/events?severity=error");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/signin?next=%2Fevents%3Fseverity%3Derror");
    }

    @Test
    void a_token_that_the_api_refuses_leads_to_the_door() {
        GatewayStandIn.refuses(
                "GET /api/v1/clusters", 401, Samples.problem(401, "Expired", List.of()));
        var answer = Visit.page("/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/signin?next=%2F&error=expired");
    }

    @Test
    void a_part_of_a_page_tells_the_script_to_go_to_the_door() {
        var answer = given().redirects().follow(false).header("HX-Request", "true").get("/");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).startsWith("/signin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example"})
    void the_way_back_never_leaves_the_site(String next) {
        String html = given().queryParam("next", next).get("/signin").asString();
        assertThat(html).contains("name=\"next\" value=\"/\"");
    }

    @Test
    void a_refused_password_is_told_in_words() {
        String html = given().get("/signin?error=locked").asString();
        assertThat(html).contains("Too many attempts", "role=\"alert\"");
    }
}
