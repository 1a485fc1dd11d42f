package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.status.Phase;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class FleetIT {

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void the_cards_stay_when_usage_is_away_and_say_so() {
        GatewayStandIn.refuses(
                "GET /api/v1/usage", 503, Samples.problem(503, "It is away.", List.of()));
        String html = Visit.page("/").asString();
        assertThat(html).contains("card-orders", "card-still", "Usage is not known", "It is away.");
    }

    @Test
    void capacity_shows_limits_sums_and_warnings_and_says_when_it_is_away() {
        assertThat(Visit.page("/").asString())
                .contains("Capacity", "14.0 GB", "of 16.0 GB", "87 % are taken")
                .contains("Clusters, quota of prod", "704 MB");
        GatewayStandIn.refuses(
                "GET /api/v1/capacity", 503, Samples.problem(503, "It is away.", List.of()));
        assertThat(Visit.page("/").asString()).contains("card-orders", "Not known at the moment");
    }

    @Test
    void cards_and_pages_say_which_runtime_a_cluster_runs_in() {
        assertThat(Visit.page("/").asString()).contains("title=\"Runtime\">process</span>");
        assertThat(Visit.page("/clusters/orders").asString())
                .contains("<span>process</span>", "704 MB memory")
                .contains("/api/v1/clusters/orders/export?format=compose");
    }

    @Test
    void a_filter_in_the_address_leaves_only_what_fits() {
        String html = Visit.page("/?status=off").asString();
        assertThat(html).contains("card-still").doesNotContain("id=\"card-orders\"");
    }

    @Test
    void an_empty_fleet_leads_to_the_first_cluster() {
        GatewayStandIn.answers("GET /api/v1/clusters", List.of());
        assertThat(Visit.page("/").asString()).contains("Create your first cluster");
    }

    @Test
    void a_viewer_is_offered_no_actions() {
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/").asString()).doesNotContain("New cluster", "/stop");
        String cluster = Visit.page("/clusters/orders").asString();
        assertThat(cluster).doesNotContain("/clusters/orders/stop", "/clusters/orders/danger");
    }

    @Test
    void what_is_offered_is_what_the_answer_permits() {
        Visit.world(Role.ADMIN, Set.of(Permission.CLUSTER_VIEW, Permission.CLUSTER_START));
        assertThat(Visit.page("/").asString())
                .contains("/clusters/still/start")
                .doesNotContain("/clusters/orders/stop");
        assertThat(Visit.page("/clusters/orders").asString())
                .doesNotContain("/clusters/orders/stop", "/clusters/orders/danger")
                .doesNotContain("/clusters/orders/restart");
        Visit.world(Role.VIEWER, Set.of(Permission.CLUSTER_VIEW, Permission.CLUSTER_STOP));
        assertThat(Visit.page("/").asString()).contains("/clusters/orders/stop");
        assertThat(Visit.page("/clusters/orders/danger").asString())
                .contains("/clusters/orders/stop")
                .doesNotContain("/clusters/orders/wipe", "/clusters/orders/delete");
        Visit.world(Role.VIEWER, Set.of(Permission.CLUSTER_VIEW, Permission.CLUSTER_UPDATE));
        assertThat(Visit.page("/clusters/orders/config").asString()).contains("Save changes");
        assertThat(Visit.page("/clusters/orders").asString()).doesNotContain("Make default");
    }

    @Test
    void an_admin_is_offered_everything_where_it_makes_sense() {
        assertThat(Visit.page("/clusters/orders").asString())
                .contains("/clusters/orders/stop", "/clusters/orders/restart", "Make default")
                .doesNotContain("/clusters/orders/start");
        assertThat(Visit.page("/clusters/orders/danger").asString())
                .contains("/clusters/orders/wipe", "/clusters/orders/delete");
        assertThat(Visit.page("/clusters/orders/topics").asString()).contains("New topic");
    }

    @Test
    void the_number_of_calls_does_not_grow_with_the_fleet() {
        Visit.page("/");
        assertThat(GatewayStandIn.asked("GET /api/v1/usage")).hasSize(1);
        assertThat(GatewayStandIn.asked("GET /api/v1/clusters")).hasSize(1);
        assertThat(GatewayStandIn.asked("GET /api/v1/clusters/orders")).isEmpty();
    }

    @Test
    void an_action_answers_a_script_with_a_toast_and_a_form_with_a_page() {
        GatewayStandIn.answers(
                "POST /api/v1/clusters/still/start",
                Samples.cluster("still", "Sti\u00e4l", Phase.CREATING));
        var toast = Visit.signedIn().header("HX-Request", "true").post("/clusters/still/start");
        assertThat(toast.statusCode()).isEqualTo(204);
        assertThat(toast.header("HX-Trigger")).contains("success", "is starting", "\\u00E4");
        var page = Visit.signedIn().post("/clusters/still/start");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/clusters/still");
    }

    @Test
    void nothing_is_deleted_without_the_typed_id() {
        var answer =
                Visit.signedIn()
                        .header("HX-Request", "true")
                        .formParam("confirm", "order")
                        .post("/clusters/orders/delete");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.header("HX-Trigger")).contains("Nothing was done");
        assertThat(GatewayStandIn.asked("DELETE /api/v1/clusters/orders")).isEmpty();
    }

    @Test
    void a_cluster_that_is_not_there_gets_a_page_with_near_names() {
        GatewayStandIn.refuses(
                "GET /api/v1/clusters/order",
                404,
                Samples.problem(404, "There is no cluster order.", List.of()));
        var answer = Visit.page("/clusters/order");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("/clusters/orders-prod", "4bf92f35", "no cluster");
    }
}
