package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Sign-in as a browser does it: a form, a cookie, and requests from our own pages only. */
@Order(65)
class SessionIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private final Suite suite = Suite.get();
    private final Api nobody = Api.anonymous(suite.url());

    @Test
    void a_page_leads_to_the_sign_in_and_back() {
        var page = nobody.get("/");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).contains("/signin");
        assertThat(nobody.get("/signin").expect(200).header("Content-Security-Policy"))
                .contains("default-src")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        var signedIn = signIn(Suite.PASSWORD, suite.url().toString());
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Set-Cookie"))
                .contains("atoll_session=", "HttpOnly", "SameSite=Lax");
        assertThat(withCookie(signedIn, "GET", "/api/v1/auth/me", Map.of()).text())
                .contains("admin");
        assertThat(withCookie(signedIn, "GET", "/", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_gets_no_cookie() {
        var refused = signIn("wrong", suite.url().toString());
        assertThat(refused.header("Set-Cookie")).doesNotContain("atoll_session=ey");
        assertThat(refused.header("Location")).contains("/signin");
    }

    @Test
    void a_change_that_another_site_sends_is_refused() {
        var signedIn = signIn(Suite.PASSWORD, suite.url().toString());
        var body = Fleet.request("forged").put("auto_start", false).toString();
        for (var foreign :
                java.util.List.of(
                        Map.of("Origin", "https://evil.example"),
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.<String, String>of())) {
            var headers = new HashMap<>(foreign);
            headers.put("Content-Type", "application/json");
            var answer = withCookie(signedIn, "POST", "/api/v1/clusters", headers, body);
            assertThat(answer.status()).as(foreign.toString()).isEqualTo(403);
        }
        assertThat(suite.admin().get("/api/v1/clusters/forged").status()).isEqualTo(404);
    }

    @Test
    void signing_out_ends_the_session() {
        var signedIn = signIn(Suite.PASSWORD, suite.url().toString());
        var own = Map.of("Origin", suite.url().toString());
        assertThat(withCookie(signedIn, "POST", "/session/end", own).status()).isEqualTo(303);
        assertThat(withCookie(signedIn, "GET", "/api/v1/auth/me", Map.of()).status())
                .isEqualTo(401);
    }

    private Answer signIn(String password, String origin) {
        var body = "username=admin&password=" + password + "&next=%2F";
        return nobody.send(
                "POST", "/session", body, Map.of("Content-Type", FORM, "Origin", origin));
    }

    private Answer withCookie(
            Answer signedIn, String method, String path, Map<String, String> headers) {
        return withCookie(signedIn, method, path, headers, null);
    }

    private Answer withCookie(
            Answer signedIn, String method, String path, Map<String, String> headers, String body) {
        var more = new HashMap<>(headers);
        more.put("Cookie", signedIn.header("Set-Cookie").split(";")[0]);
        return nobody.send(method, path, body, more);
    }
}
