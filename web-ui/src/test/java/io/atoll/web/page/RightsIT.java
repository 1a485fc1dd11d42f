package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.PeopleSamples;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles, what they come to, and rights for a while. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class RightsIT {

    private static final String ELEVATE = "POST /api/v1/auth/elevations";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void a_role_shows_what_it_gives_and_what_comes_with_it() {
        String html = Visit.page("/access/roles/cleaner").asString();
        assertThat(html)
                .contains("delete topics", "TOPIC_DELETE", "view topics")
                .contains("Comes with: delete topics")
                .doesNotContain("TOPIC_PURGE");
    }

    @Test
    void a_role_is_made_of_the_permissions_that_were_chosen() {
        String route = "POST /api/v1/roles";
        GatewayStandIn.answers(route, PeopleSamples.ownRole());
        var answer =
                Visit.signedIn()
                        .formParam("name", "cleaner")
                        .formParam("description", "")
                        .formParam("permissions", "TOPIC_VIEW", "TOPIC_DELETE", "NO_SUCH")
                        .post("/access/new-role");
        assertThat(GatewayStandIn.asked(route).getFirst().body())
                .isEqualTo(
                        "{\"name\":\"cleaner\",\"permissions\":[\"TOPIC_VIEW\",\"TOPIC_DELETE\"]}");
        assertThat(answer.header("Location")).endsWith("/access/roles/cleaner?role-saved=cleaner");
    }

    @Test
    void a_refused_role_keeps_its_boxes() {
        String words = "You cannot give what you do not have everywhere: JOB_ADD";
        GatewayStandIn.refuses(
                "PUT /api/v1/roles/cleaner", 403, Samples.problem(403, words, List.of()));
        var answer =
                Visit.signedIn()
                        .formParam("permissions", "JOB_ADD")
                        .post("/access/roles/cleaner/edit");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains(words)
                .containsPattern("value=\"JOB_ADD\" data-implies=\"[A-Z_ ]+\" checked")
                .doesNotContainPattern("value=\"TOPIC_DELETE\" data-implies=\"[A-Z_ ]+\" checked");
    }

    @Test
    void a_role_without_permissions_is_told_so() {
        var errors = List.of(new FieldError("/permissions", "must not be empty"));
        GatewayStandIn.refuses("POST /api/v1/roles", 422, Samples.problem(422, "Wrong.", errors));
        var answer = Visit.signedIn().formParam("name", "none").post("/access/new-role");
        assertThat(answer.asString()).contains("Permissions: must not be empty", "value=\"none\"");
    }

    @Test
    void roles_are_changed_by_who_may_only() {
        assertThat(Visit.page("/access/roles").asString()).contains("/access/new-role");
        Visit.world(Role.OPERATOR);
        assertThat(Visit.page("/access/roles").asString()).doesNotContain("/access/new-role");
        assertThat(Visit.page("/access/roles/cleaner").asString()).doesNotContain("Delete role");
    }

    @Test
    void a_yes_says_which_grant_gives_it() {
        String html = Visit.page("/access/rights?user=bob&permission=TOPIC_DELETE").asString();
        assertThat(html)
                .contains("bob may delete topics on at least one cluster.")
                .contains("operator</a> on all clusters, through group", "data-until");
    }

    @Test
    void a_no_says_what_comes_near() {
        Visit.page("/access/rights?user=bob&cluster=orders&resource=o1&permission=TOPIC_PURGE");
        assertThat(GatewayStandIn.asked("GET /api/v1/users/bob/rights").getFirst().query())
                .isEqualTo("cluster=orders&resource=o1");
        GatewayStandIn.answers(
                "GET /api/v1/users/bob/rights",
                PeopleSamples.rights(Permission.TOPIC_DELETE, "orders", "o1"));
        String html =
                Visit.page(
                                "/access/rights?user=bob&cluster=orders&resource=o1&permission=TOPIC_PURGE")
                        .asString();
        assertThat(html)
                .contains("bob may not purge topics for “o1” on cluster orders: no grant in effect")
                .contains("are not in effect", "admin on all clusters · when asked for")
                .contains("no grant in effect gives it")
                .doesNotContain("viewer on all clusters");
    }

    @Test
    void what_is_not_given_is_shown_when_asked_for() {
        assertThat(Visit.page("/access/rights?user=bob").asString())
                .contains("bob has 1 of")
                .doesNotContain("<code class=\"muted\">TOPIC_PURGE");
        assertThat(Visit.page("/access/rights?user=bob&missing=true").asString())
                .contains("<code class=\"muted\">TOPIC_PURGE");
    }

    @Test
    void an_unknown_user_is_said_beside_the_question() {
        var answer = Visit.page("/access/rights?user=nobody&resource=x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("Nothing at GET", "value=\"nobody\"");
    }

    @Test
    void a_grant_that_waits_is_asked_for_with_a_reason() {
        GatewayStandIn.answers(ELEVATE, PeopleSamples.elevations().getFirst());
        var answer =
                Visit.signedIn()
                        .formParam("grant", "g3")
                        .formParam("reason", "The disk of orders is full")
                        .formParam("minutes", "30")
                        .post("/elevate");
        assertThat(GatewayStandIn.asked(ELEVATE).getFirst().body())
                .contains("\"grant\":\"g3\"", "\"minutes\":30", "The disk of orders is full");
        assertThat(answer.header("Location")).endsWith("/elevate?elevated=admin");
    }

    @Test
    void a_refused_elevation_keeps_its_reason() {
        var errors = List.of(new FieldError("/minutes", "is at most 60 for this grant"));
        GatewayStandIn.refuses(ELEVATE, 422, Samples.problem(422, "Wrong.", errors));
        var answer =
                Visit.signedIn()
                        .formParam("grant", "g3")
                        .formParam("reason", "The disk is full")
                        .formParam("minutes", "600")
                        .post("/elevate");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("id=\"me-g3\">is at most 60 for this grant<")
                .contains("The disk is full", "value=\"600\"");
        var words = Visit.signedIn().formParam("grant", "g3").formParam("minutes", "some");
        assertThat(words.post("/elevate").asString()).contains("is a whole number of minutes");
    }

    @Test
    void what_is_in_effect_is_seen_in_the_bar_and_ended_at_once() {
        assertThat(Visit.page("/").asString()).contains("hx-get=\"/elevate/badge\"");
        assertThat(Visit.page("/elevate/badge").asString()).contains("more rights, ends");
        String route = "DELETE /api/v1/auth/elevations/g5";
        GatewayStandIn.answers(route, Map.of());
        Visit.signedIn().post("/elevate/g5/end");
        assertThat(GatewayStandIn.asked(route)).hasSize(1);
        GatewayStandIn.answers("GET /api/v1/auth/elevations", List.of());
        assertThat(Visit.page("/elevate/badge").asString()).isBlank();
        assertThat(Visit.page("/elevate").asString()).contains("Nothing to ask for");
    }

    @Test
    void the_bar_is_quiet_where_elevations_cannot_be_read() {
        GatewayStandIn.refuses(
                "GET /api/v1/auth/elevations", 503, Samples.problem(503, "Away.", List.of()));
        var badge = Visit.signedIn().header("HX-Request", "true").get("/elevate/badge");
        assertThat(badge.statusCode()).isEqualTo(200);
        assertThat(badge.asString()).isBlank();
    }
}
