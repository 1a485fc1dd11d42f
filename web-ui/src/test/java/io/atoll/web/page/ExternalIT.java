package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.web.gateway.ExternalSample;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering a cluster that runs elsewhere, and its pages. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class ExternalIT {

    private static final String CANARY = "canary-77e1";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void the_form_becomes_a_registration_with_typed_credentials() {
        GatewayStandIn.answers("POST /api/v1/clusters", ExternalSample.external("fresh", "Fresh"));
        var answer = form().post("/clusters/register");
        assertThat(answer.header("Location")).endsWith("/clusters/fresh");
        assertThat(GatewayStandIn.asked("POST /api/v1/clusters").getFirst().body())
                .contains("\"origin\":\"external\"", "\"read_only\":true", "\"tls\":{}")
                .contains("\"bootstrap_servers\":[\"a:9092\",\"b:9092\"]")
                .contains("\"mechanism\":\"plain\"", "\"password\":\"" + CANARY + "\"");
    }

    @Test
    void a_refused_form_comes_back_without_its_secrets() {
        GatewayStandIn.refuses(
                "POST /api/v1/clusters",
                422,
                Samples.problem(
                        422,
                        "Wrong.",
                        List.of(new FieldError("/credentials/password", "was refused"))));
        var answer = form().post("/clusters/register");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("was refused", "value=\"ada\"")
                .doesNotContain(CANARY);
    }

    @Test
    void a_test_says_what_failed_and_shows_no_secret() {
        GatewayStandIn.answers(
                "POST /api/v1/clusters/test",
                ConnectionTest.failed(
                        ConnectionTest.Stage.TCP, "a:9092", "Nothing <b>answers</b>."));
        var answer = form().header("HX-Request", "true").post("/clusters/register/test");
        assertThat(answer.asString())
                .contains("Nothing &lt;b&gt;answers", "TCP")
                .doesNotContain(CANARY, "<html");
        assertThat(form().post("/clusters/register/test").asString())
                .contains("<html", "Nothing &lt;b&gt;answers")
                .doesNotContain(CANARY);
    }

    @Test
    void new_credentials_are_sent_alone() {
        GatewayStandIn.answers(
                "PUT /api/v1/clusters/outside/credentials",
                ExternalSample.external("outside", "Outside"));
        form().post("/clusters/outside/connection");
        assertThat(
                        GatewayStandIn.asked("PUT /api/v1/clusters/outside/credentials")
                                .getFirst()
                                .body())
                .startsWith("{\"credentials\":{\"mechanism\":\"plain\"")
                .doesNotContain("bootstrap");
    }

    @Test
    void a_registered_cluster_is_tested_with_what_is_stored() {
        GatewayStandIn.answers(
                "POST /api/v1/clusters/outside/test",
                ConnectionTest.failed(
                        ConnectionTest.Stage.TCP, "a:9092", "Nothing <b>answers</b>."));
        var path = "/clusters/outside/connection";
        assertThat(Visit.page(path).asString()).contains(path + "/test", "Test connection");
        var part = Visit.signedIn().header("HX-Request", "true").post(path + "/test");
        assertThat(part.asString())
                .contains("Nothing &lt;b&gt;answers", "TCP", "id=\"result\"")
                .doesNotContain("<html");
        assertThat(Visit.signedIn().post(path + "/test").asString())
                .contains("<html", "Nothing &lt;b&gt;answers", "New credentials");
        assertThat(GatewayStandIn.asked("POST /api/v1/clusters/outside/test")).hasSize(2);
    }

    @Test
    void who_may_neither_test_nor_give_credentials_is_not_offered_it() {
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/clusters/outside/connection").asString())
                .contains("89abcdef01234567")
                .doesNotContain("Test connection", "New credentials");
    }

    @Test
    void in_a_read_only_cluster_nothing_that_changes_it_is_offered() {
        GatewayStandIn.answers(
                "GET /api/v1/clusters/outside/topics", List.of(Samples.topic("orders")));
        GatewayStandIn.answers(
                "GET /api/v1/clusters/outside/topics/orders", Samples.topic("orders"));
        assertThat(Visit.page("/clusters/outside/topics").asString()).doesNotContain("New topic");
        assertThat(Visit.page("/clusters/outside/topics/orders").asString())
                .contains("cleanup.policy")
                .doesNotContain("Delete topic", "/topics/orders/config");
        assertThat(Visit.page("/clusters/outside/messages").asString())
                .doesNotContain("id=\"produce\"");
    }

    @Test
    void an_external_read_only_cluster_says_so_and_offers_no_start_or_stop() {
        var page = Visit.page("/clusters/outside").asString();
        assertThat(page)
                .contains("external", "read-only", "/clusters/outside/connection")
                .doesNotContain("/clusters/outside/stop", "/clusters/outside/config");
        assertThat(Visit.page("/fleet/cards/outside").asString())
                .contains("external", "read-only")
                .doesNotContain("/clusters/outside/stop");
        assertThat(Visit.page("/clusters/outside/connection").asString())
                .contains("89abcdef01234567", "atoll&lt;b&gt;", "New credentials");
        assertThat(Visit.page("/clusters/outside/danger").asString()).contains("Unregister");
    }

    @Test
    void a_cluster_is_made_read_only_and_let_go_again() {
        String route = "PUT /api/v1/clusters/outside";
        GatewayStandIn.answers(route, ExternalSample.external("outside", "Outside"));
        assertThat(Visit.page("/clusters/outside").asString())
                .contains("/clusters/outside/allow-changes")
                .doesNotContain("/clusters/outside/protect");
        assertThat(Visit.page("/clusters/orders").asString())
                .contains("/clusters/orders/protect")
                .doesNotContain("/clusters/orders/allow-changes");
        var answer = Visit.signedIn().post("/clusters/outside/allow-changes");
        assertThat(answer.header("Location")).endsWith("/clusters/outside?changes-allowed=outside");
        Visit.signedIn().post("/clusters/outside/protect");
        assertThat(GatewayStandIn.asked(route))
                .extracting(GatewayStandIn.Asked::body)
                .containsExactly("{\"read_only\":false}", "{\"read_only\":true}");
        assertThat(GatewayStandIn.asked(route).getFirst().ifMatch()).isEqualTo("\"1\"");
    }

    @Test
    void who_may_not_change_a_cluster_is_not_offered_to_let_it_go() {
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/clusters/outside").asString())
                .contains("read-only")
                .doesNotContain("Allow changes");
        assertThat(Visit.page("/clusters/orders").asString()).doesNotContain("Make read-only");
    }

    @Test
    void what_is_said_of_an_external_cluster_can_be_changed() {
        String route = "PUT /api/v1/clusters/outside";
        GatewayStandIn.answers(route, ExternalSample.external("outside", "Outside"));
        assertThat(Visit.page("/clusters/outside/connection").asString())
                .contains("value=\"Outside\"", "value=\"prod\"");
        var answer = details("1").post("/clusters/outside/connection/details");
        assertThat(answer.header("Location")).endsWith("/clusters/outside/connection");
        var asked = GatewayStandIn.asked(route).getFirst();
        assertThat(asked.ifMatch()).isEqualTo("\"1\"");
        assertThat(asked.body())
                .isEqualTo(
                        "{\"name\":\"Far\",\"environment\":\"staging\",\"description\":\"\","
                                + "\"tags\":{\"team\":\"payments\"}}");
    }

    @Test
    void a_change_of_it_that_is_refused_keeps_what_was_typed() {
        GatewayStandIn.refuses(
                "PUT /api/v1/clusters/outside",
                409,
                Samples.problem(409, "Cluster 'outside' is read-only.", List.of()));
        var answer = details("1").post("/clusters/outside/connection/details");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("is read-only.", "value=\"Far\"");
    }

    private static RequestSpecification details(String generation) {
        return Visit.signedIn()
                .formParam("_generation", generation)
                .formParam("name", "Far")
                .formParam("environment", "staging")
                .formParam("description", "")
                .formParam("tags", "team=payments");
    }

    private static RequestSpecification form() {
        return Visit.signedIn()
                .formParam("name", "Fresh")
                .formParam("environment", "prod")
                .formParam("read_only", "true")
                .formParam("bootstrap_servers", "a:9092\r\nb:9092")
                .formParam("mechanism", "plain")
                .formParam("tls", "true")
                .formParam("credentials.username", "ada")
                .formParam("credentials.password", CANARY);
    }
}
