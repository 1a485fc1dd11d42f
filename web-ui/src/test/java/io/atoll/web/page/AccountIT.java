package io.atoll.web.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.signin.MeView;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords, sessions and keys: one's own, and those of a user for who manages users. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class AccountIT {
    private static final String PASSWORD = "PUT /api/v1/users/ada/password";
    private static final String KEYS = "/api/v1/api-keys";

    @BeforeEach
    void world() {
        Visit.world(Role.DEVELOPER);
    }

    private static Response change(String old, String password, String repeated) {
        return Visit.signedIn()
                .formParam("old_password", old)
                .formParam("new_password", password)
                .formParam("repeated", repeated)
                .post("/account/password");
    }

    @Test
    void sessions_and_keys_are_listed_with_what_can_be_done() {
        String html = Visit.page("/account").asString();
        assertThat(html)
                .contains("192.0.2.7", "TOPIC_VIEW", "orders", "old secret until")
                .contains("/account/sessions/11111111-1111-1111-1111-111111111111/end")
                .contains("/account/keys/0000000000000000000000/revoke");
    }

    @Test
    void what_one_may_do_is_said_in_words() {
        assertThat(Visit.page("/account").asString()).contains("developer on all clusters");
        var names = new NamePattern(Permission.Resource.TOPIC, "orders-*");
        var grant = new Grant("viewer", Role.VIEWER.permissions(), "prod", null, null, names);
        var some = new MeView("ada", "user", List.of(grant), Role.VIEWER.permissions(), false);
        GatewayStandIn.answers("GET /api/v1/auth/me", some);
        assertThat(Visit.page("/account").asString())
                .contains("viewer on environment prod · topics orders-*");
        var none = new MeView("ada", "user", List.of(), Set.of(), false);
        GatewayStandIn.answers("GET /api/v1/auth/me", none);
        assertThat(Visit.page("/account").asString()).contains("can give you a grant");
    }

    @Test
    void a_session_is_ended() {
        String id = "11111111-1111-1111-1111-111111111111";
        GatewayStandIn.answers("DELETE /api/v1/auth/sessions/" + id, Map.of());
        var answer = Visit.signedIn().post("/account/sessions/" + id + "/end");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(GatewayStandIn.asked("DELETE /api/v1/auth/sessions/" + id)).hasSize(1);
    }

    @Test
    void a_changed_password_leads_to_the_door_which_says_so() {
        GatewayStandIn.answers(PASSWORD, Map.of());
        var answer = change("old words here", "new words here", "new words here");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/signin?error=changed");
        assertThat(GatewayStandIn.asked(PASSWORD).getFirst().body())
                .contains("\"old_password\":\"old words here\"");
        assertThat(given().get("/signin?error=changed").asString())
                .contains("Your password is changed");
    }

    @Test
    void a_refused_password_says_why_and_is_not_shown() {
        GatewayStandIn.refuses(
                PASSWORD,
                422,
                Samples.problem(
                        422,
                        "1 field is wrong.",
                        List.of(new FieldError("/new_password", "is the old password"))));
        var answer = change("same words here", "same words here", "same words here");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("is the old password")
                .doesNotContain("same words here");
        var other = change("old words here", "new words here", "other words");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.asString()).contains("is not the same");
    }

    @Test
    void who_must_change_the_password_sees_that_and_the_way_out_alone() {
        GatewayStandIn.answers("GET /api/v1/auth/me", AccountSamples.first());
        String html = Visit.page("/account/password").asString();
        assertThat(html)
                .contains("Choose a password", "action=\"/session/end\"")
                .doesNotContain("class=\"nav\"");
    }

    @Test
    void only_scopes_that_one_has_are_offered() {
        String html = Visit.page("/account/keys/new").asString();
        assertThat(html)
                .contains("value=\"TOPIC_CREATE\"", "value=\"orders\"")
                .doesNotContain("value=\"CLUSTER_DELETE\"", "value=\"USER_MANAGE\"");
    }

    @Test
    void a_new_key_is_shown_on_the_page_that_made_it() {
        GatewayStandIn.answers("POST " + KEYS, AccountSamples.issued());
        var answer =
                Visit.signedIn()
                        .formParam("name", "deploys")
                        .formParam("days", "30")
                        .formParam("scopes", "TOPIC_VIEW", "EVENT_VIEW")
                        .formParam("clusters", "orders")
                        .post("/account/keys/new");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString())
                .contains("data-copy=\"" + AccountSamples.SECRET + "\"", "shown this once");
        assertThat(GatewayStandIn.asked("POST " + KEYS).getFirst().body())
                .contains("TOPIC_VIEW", "EVENT_VIEW", "\"clusters\":[\"orders\"]", "expires_at");
    }

    @Test
    void a_refused_key_keeps_what_was_ticked() {
        GatewayStandIn.refuses(
                "POST " + KEYS, 409, Samples.problem(409, "You have that one.", List.of()));
        var answer =
                Visit.signedIn()
                        .formParam("name", "deploys")
                        .formParam("scopes", "TOPIC_VIEW")
                        .post("/account/keys/new");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("You have that one.", "value=\"TOPIC_VIEW\" checked");
    }

    @Test
    void a_rotated_key_is_shown_once_too() {
        String route = "POST " + KEYS + "/0000000000000000000000/rotate";
        GatewayStandIn.answers(route, AccountSamples.issued());
        var answer =
                Visit.signedIn()
                        .formParam("overlap_seconds", "86400")
                        .post("/account/keys/0000000000000000000000/rotate");
        assertThat(answer.asString()).contains(AccountSamples.SECRET, "old secret works until");
        assertThat(GatewayStandIn.asked(route).getFirst().body())
                .isEqualTo("{\"overlap_seconds\":86400}");
    }

    @Test
    void what_a_user_has_signed_in_is_shown_and_can_be_ended() {
        String session = "11111111-1111-1111-1111-111111111111";
        String one = "DELETE /api/v1/users/bob/sessions/" + session;
        String all = "DELETE /api/v1/users/bob/sessions";
        GatewayStandIn.answers(one, Map.of());
        GatewayStandIn.answers(all, Map.of());
        assertThat(Visit.page("/access/users/bob").asString())
                .contains("192.0.2.7", "/access/users/bob/sessions/" + session + "/end");
        var ended = Visit.signedIn().post("/access/users/bob/sessions/" + session + "/end");
        assertThat(ended.header("Location")).endsWith("/access/users/bob?session-ended=bob");
        assertThat(GatewayStandIn.asked(one)).hasSize(1);
        Visit.signedIn().post("/access/users/bob/sessions/end-all");
        assertThat(GatewayStandIn.asked(all)).hasSize(1);
    }

    @Test
    void the_keys_of_a_user_are_shown_and_can_be_revoked() {
        String id = "0000000000000000000000";
        String route = "DELETE /api/v1/api-keys/" + id;
        GatewayStandIn.answers(route, Map.of());
        assertThat(Visit.page("/access/users/bob").asString())
                .contains("/access/users/bob/keys/" + id + "/revoke");
        assertThat(GatewayStandIn.asked("GET /api/v1/api-keys").getFirst().query())
                .contains("owner=bob");
        var revoked = Visit.signedIn().post("/access/users/bob/keys/" + id + "/revoke");
        assertThat(revoked.header("Location")).endsWith("/access/users/bob?key-revoked=bob");
        assertThat(GatewayStandIn.asked(route)).hasSize(1);
    }

    @Test
    void who_may_not_see_keys_sees_the_rest_of_the_user_and_why() {
        String words = "You may not do this: the keys of others need API_KEY_MANAGE.";
        GatewayStandIn.refuses("GET /api/v1/api-keys", 403, Samples.problem(403, words, List.of()));
        assertThat(Visit.page("/access/users/bob").asString())
                .contains("Keys cannot be shown: " + words, "192.0.2.7", "Disable");
    }

    @Test
    void ones_own_sessions_are_on_ones_own_page() {
        assertThat(Visit.page("/access/users/ada").asString())
                .contains("your account’s page")
                .doesNotContain("/access/users/ada/sessions");
    }
}
