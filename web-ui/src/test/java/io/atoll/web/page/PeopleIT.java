package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.signin.MeView;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.PeopleSamples;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users, groups and grants. Roles, rights and elevations are tried in RightsIT. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class PeopleIT {

    private static final String GRANT = "POST /api/v1/users/bob/grants";
    private static final String CREATE = "POST /api/v1/users";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void who_manages_nobody_sees_no_entry() {
        assertThat(Visit.page("/").asString()).contains("href=\"/access\"");
        Visit.world(Role.VIEWER);
        assertThat(Visit.page("/").asString()).doesNotContain("href=\"/access\"");
    }

    @Test
    void who_manages_users_of_one_cluster_alone_manages_nobody() {
        var grant = new Grant(Role.ADMIN, null, null, "orders");
        var me = new MeView("ada", "user", List.of(grant), Role.ADMIN.permissions(), false);
        GatewayStandIn.answers("GET /api/v1/auth/me", me);
        assertThat(Visit.page("/").asString()).doesNotContain("href=\"/access\"");
    }

    @Test
    void a_user_of_a_name_that_comes_near_is_offered() {
        assertThat(Visit.page("/access/users/oders").asString())
                .contains("href=\"/access/users/orders-prod\"");
    }

    @Test
    void the_list_tells_grants_in_words() {
        String html = Visit.page("/access/users").asString();
        assertThat(html)
                .contains("operator on environment prod · topics orders-* · until 3 Dec 2126")
                .contains("viewer on all clusters", "admin on all clusters · when asked for")
                .contains("Disabled", "never");
    }

    @Test
    void a_user_is_made_with_its_first_grant() {
        GatewayStandIn.answers(CREATE, PeopleSamples.user("eve", false));
        var answer =
                Visit.signedIn()
                        .formParam("name", "eve")
                        .formParam("password", "a long secret word")
                        .formParam("role", "operator")
                        .formParam("scope", "cluster")
                        .formParam("cluster", "orders")
                        .formParam("environment", "left from before")
                        .post("/access/new-user");
        assertThat(GatewayStandIn.asked(CREATE).getFirst().body())
                .isEqualTo(
                        "{\"name\":\"eve\",\"password\":\"a long secret word\","
                                + "\"grants\":[{\"role\":\"operator\",\"cluster\":\"orders\"}]}");
        assertThat(answer.header("Location")).endsWith("/access/users/eve?user-created=eve");
    }

    @Test
    void a_refused_user_keeps_all_but_the_password() {
        var errors =
                List.of(
                        new FieldError("/password", "size must be between 12 and 200"),
                        new FieldError("/grants/0/role", "is none of viewer, admin"));
        GatewayStandIn.refuses(CREATE, 422, Samples.problem(422, "Wrong.", errors));
        var answer =
                Visit.signedIn()
                        .formParam("name", "eve")
                        .formParam("password", "sh0rt-secret")
                        .formParam("role", "viewer")
                        .formParam("scope", "all")
                        .post("/access/new-user");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("value=\"eve\"", "data-error=\"password\">size must be between")
                .contains("data-error=\"role\">is none of viewer, admin<")
                .doesNotContain("sh0rt-secret");
    }

    @Test
    void a_grant_with_all_limits_becomes_one_request() {
        GatewayStandIn.answers(GRANT, PeopleSamples.narrow("g9"));
        var answer =
                Visit.signedIn()
                        .formParam("role", "operator")
                        .formParam("scope", "environment")
                        .formParam("environment", "prod")
                        .formParam("tag", "")
                        .formParam("names.resource", "topic")
                        .formParam("names.pattern", "orders-*")
                        .formParam("expires_at", "2126-12-03T14:00")
                        .formParam("elevation_minutes", "30")
                        .post("/access/users/bob/grants");
        assertThat(GatewayStandIn.asked(GRANT).getFirst().body())
                .contains("\"role\":\"operator\",\"environment\":\"prod\"")
                .contains("\"resource\":\"topic\"", "\"pattern\":\"orders-*\"")
                .contains("\"expires_at\":\"2126-12-03T14:00:00Z\"", "\"elevation_minutes\":30");
        assertThat(answer.header("Location")).endsWith("/access/users/bob?grant-added=bob");
    }

    @ParameterizedTest
    @CsvSource({
        "scope,environment,without it the grant would reach all clusters",
        "scope,tag,without it the grant would reach all clusters",
        "scope,elsewhere,choose where",
        "names.pattern,orders-*,choose what has these names",
        "names.resource,topic,stands for any characters",
        "expires_at,soon,is no date with a time",
        "elevation_minutes,a while,is a whole number of minutes",
        "role,,is needed"
    })
    void a_grant_that_says_less_than_it_means_is_not_sent(
            String field, String value, String words) {
        var fields = new HashMap<>(Map.of("role", "operator", "scope", "all"));
        fields.put(field, value == null ? "" : value);
        var answer = Visit.signedIn().formParams(fields).post("/access/users/bob/grants");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains(words);
        assertThat(GatewayStandIn.asked(GRANT)).isEmpty();
    }

    @Test
    void a_grant_above_the_givers_own_is_refused_beside_the_form() {
        String words = "You cannot give what you do not have everywhere: TOPIC_DELETE";
        GatewayStandIn.refuses(GRANT, 403, Samples.problem(403, words, List.of()));
        var answer =
                Visit.signedIn()
                        .formParam("role", "cleaner")
                        .formParam("scope", "tag")
                        .formParam("tag", "team=a")
                        .post("/access/users/bob/grants");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains(words, "value=\"team=a\"", "value=\"cleaner\" selected")
                .contains("value=\"tag\" data-shows checked");
    }

    @Test
    void grants_are_taken_away_by_their_id() {
        String route = "DELETE /api/v1/users/bob/grants/g1";
        GatewayStandIn.answers(route, Map.of());
        var answer = Visit.signedIn().post("/access/users/bob/grants/g1/revoke");
        assertThat(GatewayStandIn.asked(route)).hasSize(1);
        assertThat(answer.header("Location")).endsWith("/access/users/bob?grant-revoked=bob");
    }

    @Test
    void users_are_disabled_and_enabled() {
        String route = "PUT /api/v1/users/bob";
        GatewayStandIn.answers(route, PeopleSamples.user("bob", false));
        Visit.signedIn().post("/access/users/bob/enable");
        Visit.signedIn().post("/access/users/bob/disable");
        assertThat(GatewayStandIn.asked(route))
                .extracting(GatewayStandIn.Asked::body)
                .containsExactly("{\"disabled\":false}", "{\"disabled\":true}");
    }

    @Test
    void the_last_admin_stays_and_the_page_says_why() {
        String words = "This would leave no enabled user who is admin everywhere.";
        GatewayStandIn.refuses(
                "PUT /api/v1/users/ada", 409, Samples.problem(409, words, List.of()));
        var answer =
                Visit.signedIn().header("HX-Request", "true").post("/access/users/ada/disable");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.header("HX-Trigger")).contains(words);
    }

    @Test
    void a_user_goes_only_when_its_name_is_typed() {
        String route = "DELETE /api/v1/users/bob";
        GatewayStandIn.answers(route, Map.of());
        var slip = Visit.signedIn().formParam("confirm", "bo").post("/access/users/bob/delete");
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(slip.asString()).contains("Type bob to confirm. Nothing was done.");
        assertThat(GatewayStandIn.asked(route)).isEmpty();
        var answer = Visit.signedIn().formParam("confirm", "bob").post("/access/users/bob/delete");
        assertThat(GatewayStandIn.asked(route)).hasSize(1);
        assertThat(answer.header("Location")).endsWith("/access/users?user-deleted=bob");
    }

    @Test
    void a_password_is_set_and_never_shown() {
        String route = "PUT /api/v1/users/bob/password";
        var wrong = List.of(new FieldError("/new_password", "size must be between 12 and 200"));
        GatewayStandIn.refuses(route, 422, Samples.problem(422, "Wrong.", wrong));
        var answer =
                Visit.signedIn()
                        .formParam("new_password", "tiny-secret")
                        .post("/access/users/bob/password");
        assertThat(GatewayStandIn.asked(route).getFirst().body())
                .isEqualTo("{\"new_password\":\"tiny-secret\"}");
        assertThat(answer.asString())
                .contains("data-error=\"new_password\">size must be between")
                .doesNotContain("tiny-secret");
    }

    @Test
    void ones_own_password_is_not_set_here() {
        assertThat(Visit.page("/access/users/ada").asString()).doesNotContain("new_password");
        assertThat(Visit.page("/access/users/bob").asString()).contains("new_password");
    }

    @Test
    void members_come_and_go() {
        String in = "PUT /api/v1/user-groups/payments/members/eve";
        String out = "DELETE /api/v1/user-groups/payments/members/bob";
        GatewayStandIn.answers(in, PeopleSamples.group("payments"));
        GatewayStandIn.answers(out, PeopleSamples.group("payments"));
        Visit.signedIn().formParam("member", " eve ").post("/access/groups/payments/members");
        Visit.signedIn().post("/access/groups/payments/members/bob/remove");
        assertThat(GatewayStandIn.asked(in)).hasSize(1);
        assertThat(GatewayStandIn.asked(out)).hasSize(1);
        var answer =
                Visit.signedIn().formParam("member", "nob").post("/access/groups/payments/members");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("value=\"nob\"", "Nothing at PUT");
    }

    @Test
    void a_group_is_made_and_a_name_that_is_taken_is_refused() {
        String route = "POST /api/v1/user-groups";
        GatewayStandIn.answers(route, PeopleSamples.group("payments"));
        var made = Visit.signedIn().formParam("name", "payments").post("/access/new-group");
        assertThat(made.header("Location")).contains("/access/groups/payments");
        String words = "There is a group 'payments' already.";
        GatewayStandIn.refuses(route, 409, Samples.problem(409, words, List.of()));
        var refused = Visit.signedIn().formParam("name", "payments").post("/access/new-group");
        assertThat(refused.asString()).contains("There is a group", "value=\"payments\"");
    }

    @Test
    void a_group_gets_grants_as_a_user_does() {
        String route = "POST /api/v1/user-groups/payments/grants";
        GatewayStandIn.answers(route, PeopleSamples.wide("g7", "viewer"));
        Visit.signedIn()
                .formParam("role", "viewer")
                .formParam("scope", "all")
                .post("/access/groups/payments/grants");
        assertThat(GatewayStandIn.asked(route).getFirst().body())
                .isEqualTo("{\"role\":\"viewer\"}");
    }

    @Test
    void who_may_not_manage_is_told_so() {
        var refusal = Samples.problem(403, "It needs " + Permission.USER_MANAGE, List.of());
        GatewayStandIn.refuses("GET /api/v1/users", 403, refusal);
        var answer = Visit.page("/access/users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("It needs USER_MANAGE");
    }
}
