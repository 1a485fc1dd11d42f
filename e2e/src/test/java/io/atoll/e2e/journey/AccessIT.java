package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what at the door. */
@Order(60)
class AccessIT {
    private static final Suite SUITE = Suite.get();
    private static final String PASSWORD = "battery-staple-horse-4";

    @BeforeAll
    static void makeUsers() {
        for (var role : new String[] {"viewer", "developer", "operator"}) {
            var user = newUser("e2e-" + role);
            user.putArray("grants").addObject().put("role", role);
            SUITE.admin().post("/api/v1/users", user).expect(201);
        }
    }

    private static ObjectNode newUser(String name) {
        return Api.object()
                .put("name", name)
                .put("password", PASSWORD)
                .put("must_change_password", false);
    }

    static Stream<String> forgedTokens() {
        var real = SUITE.admin().authorization().substring("Bearer ".length());
        var parts = real.split("\\.");
        return Stream.of(
                "nonsense",
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()),
                "eyJhbGciOiJIUzI1NiJ9." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @MethodSource("forgedTokens")
    void a_forged_token_is_nobody(String token) {
        var forged = Api.withToken(SUITE.url(), token);
        assertThat(forged.get("/api/v1/clusters").status()).isEqualTo(401);
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        var nobody = Api.anonymous(SUITE.url());
        assertThat(nobody.get("/api/v1/clusters").status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/events").status()).isEqualTo(401);
        var wrong = Api.object().put("username", "admin").put("password", "wrong");
        assertThat(nobody.post("/api/v1/auth/login", wrong).status()).isEqualTo(401);
        var smuggled = Map.of("X-Atoll-Internal", "x", "X-User", "admin");
        assertThat(nobody.send("GET", "/api/v1/clusters", null, smuggled).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,    GET,  /api/v1/clusters,  200",
        "viewer,    GET,  /api/v1/templates, 200",
        "viewer,    POST, /api/v1/clusters,  403",
        "viewer,    GET,  /api/v1/users,     403",
        "developer, GET,  /api/v1/clusters,  200",
        "developer, POST, /api/v1/clusters,  403",
        "operator,  GET,  /api/v1/clusters,  200",
        "operator,  POST, /api/v1/clusters,  201",
        "operator,  GET,  /api/v1/users,     403"
    })
    void a_role_reaches_what_it_may(String role, String method, String path, int status) {
        var api = Api.signedIn(SUITE.url(), "e2e-" + role, PASSWORD);
        var body =
                method.equals("POST") ? Fleet.request("by-" + role).put("auto_start", false) : null;
        assertThat(api.send(method, path, body, Map.of()).status()).isEqualTo(status);
        if (status == 201) {
            new Fleet(SUITE).deleteAndAwait("by-" + role);
        }
    }

    @Test
    void a_refresh_token_that_was_spent_long_ago_ends_the_sign_in() {
        var nobody = Api.anonymous(SUITE.url());
        var login = Api.object().put("username", "e2e-viewer").put("password", PASSWORD);
        var first = refreshToken(nobody.post("/api/v1/auth/login", login));
        var second = refreshToken(refresh(first));
        assertThat(refreshToken(refresh(first)))
                .as("a lost answer, asked for again")
                .isEqualTo(second);
        var last = refresh(second).expect(200).json();
        var api = Api.withToken(SUITE.url(), last.get("access_token").asText());
        assertThat(api.get("/api/v1/auth/me").expect(200).text()).contains("e2e-viewer");

        assertThat(refresh(first).status()).isEqualTo(401);
        await().until(() -> api.get("/api/v1/auth/me").status() == 401);
    }

    private static Answer refresh(String token) {
        var body = Api.object().put("refresh_token", token);
        return Api.anonymous(SUITE.url()).post("/api/v1/auth/refresh", body);
    }

    private static String refreshToken(Answer answer) {
        return answer.expect(200).json().get("refresh_token").asText();
    }

    @Test
    void a_cluster_outside_the_grant_does_not_exist() {
        var fleet = new Fleet(SUITE);
        fleet.create(Fleet.request("hidden").put("auto_start", false));
        var user = newUser("e2e-narrow");
        user.putArray("grants").addObject().put("role", "operator").put("environment", "other");
        SUITE.admin().post("/api/v1/users", user).expect(201);
        var narrow = Api.signedIn(SUITE.url(), "e2e-narrow", PASSWORD);
        assertThat(narrow.get("/api/v1/clusters/hidden").status()).isEqualTo(404);
        assertThat(narrow.get("/api/v1/clusters").text()).doesNotContain("hidden");
        assertThat(narrow.post("/api/v1/clusters/hidden/start").status()).isEqualTo(404);
        assertThat(narrow.get("/api/v1/clusters/hidden/topics").status()).isEqualTo(404);
        assertThat(narrow.get("/api/v1/clusters/hidden/nodes").status()).isEqualTo(404);
        fleet.deleteAndAwait("hidden");
    }
}
