package io.atoll.gateway.identity.oidc;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
@WithTestResource(OidcProvider.class)
class ProviderSignInIT {
    private final String subject = UUID.randomUUID().toString();
    private final String name = "o-" + subject.substring(0, 12);

    private final OidcBrowser browser = new OidcBrowser();

    private JsonObject claims(String... groups) {
        return new JsonObject()
                .put("sub", subject)
                .put("preferred_username", name)
                .put("groups", new JsonArray(List.of(groups)));
    }

    private Response signIn(JsonObject claims) {
        browser.plan(new JsonObject().put("claims", claims));
        return browser.signIn("/clusters?q=1");
    }

    private static Response me(Response signedIn) {
        return given().cookie("atoll_session", signedIn.cookie("atoll_session"))
                .get("/api/v1/auth/me");
    }

    private static void assertRefused(Response back, String word) {
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/signin?error=" + word + "&next=%2F");
        assertThat(back.cookie("atoll_session")).isNull();
    }

    @Test
    void the_provider_is_told_to_who_wants_to_sign_in() {
        given().get("/api/v1/auth/providers")
                .then()
                .statusCode(200)
                .body("name", contains("Reef ID"))
                .body("href", contains("/session/oidc"));
    }

    @Test
    void the_first_sign_in_makes_the_user_without_a_password() {
        Response back = signIn(claims("staff"));
        assertThat(back.header("Location")).isEqualTo("/clusters?q=1");
        assertThat(back.getHeaders().getValues("Set-Cookie").toString())
                .contains("atoll_session=", "HttpOnly", "SameSite=Lax", "atoll_oidc=;");
        me(back).then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("grants.role", contains("viewer"));
        Callers.tryLogin(name, "").then().statusCode(400);
        Callers.tryLogin(name, PASSWORD).then().statusCode(401);
    }

    @Test
    void rights_follow_the_groups_of_the_provider_at_each_sign_in() {
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "night-watch"))
                .post("/api/v1/user-groups")
                .then()
                .statusCode(201);
        me(signIn(claims("staff", "platform", "night"))).then().body("grants.size()", equalTo(2));
        as(Callers.admin())
                .get("/api/v1/users/" + name)
                .then()
                .body("groups", contains("night-watch"))
                .body("grants.role", hasItem("operator"));
        me(signIn(claims("staff", "unmapped"))).then().body("grants.role", contains("viewer"));
        as(Callers.admin()).get("/api/v1/users/" + name).then().body("groups.size()", equalTo(0));
        me(signIn(claims())).then().body("grants.size()", equalTo(0));
    }

    @Test
    void what_the_provider_makes_of_a_user_is_in_the_audit_before_and_after() {
        signIn(claims("staff"));
        signIn(claims("staff"));
        signIn(claims("staff", "platform").put("preferred_username", "admin"));
        var entries =
                as(Callers.admin())
                        .get("/api/v1/audit?action=user.follow-provider&subject=" + name)
                        .jsonPath();
        assertThat(entries.getList("effects.flatten().resource"))
                .containsExactly("user " + name, "user " + name);
        assertThat(entries.getList("[0].effects[0].before.grants.role")).containsExactly("viewer");
        assertThat(entries.getList("[0].effects[0].after.grants.role"))
                .containsExactlyInAnyOrder("viewer", "operator");
        assertThat(entries.getString("[1].effects[0].before")).isNull();
        assertThat(entries.getString("[1].effects[0].after.name")).isEqualTo(name);
    }

    @Test
    void what_was_granted_here_stays() {
        signIn(claims("staff"));
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("role", "developer", "environment", "dev"))
                .post("/api/v1/users/" + name + "/grants")
                .then()
                .statusCode(201);
        me(signIn(claims())).then().body("grants.role", contains("developer"));
    }

    @Test
    void a_user_of_this_name_with_a_password_is_not_taken_over() {
        String local = Callers.user(List.of(Map.of("role", "admin")));
        assertRefused(signIn(claims().put("preferred_username", local)), "taken");
        assertRefused(signIn(claims().put("preferred_username", "ADMIN")), "taken");
    }

    @Test
    void the_same_subject_stays_the_same_user_whatever_it_calls_itself() {
        signIn(claims());
        me(signIn(claims().put("preferred_username", "another-name")))
                .then()
                .body("name", equalTo(name));
    }

    @Test
    void a_disabled_user_stays_out() {
        signIn(claims("staff"));
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("disabled", true))
                .put("/api/v1/users/" + name)
                .then()
                .statusCode(200);
        assertRefused(signIn(claims("staff")), "denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "hs256", "hs256-pem", "foreign", "unknown-kid", "brings-its-key"})
    void a_token_that_is_not_signed_by_a_key_of_the_provider_is_refused(String how) {
        browser.plan(new JsonObject().put("claims", claims("staff")).put("sign", how));
        assertRefused(browser.signIn("/"), "provider");
        as(Callers.admin()).get("/api/v1/users/" + name).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "aud", "iss", "exp", "sub", "iat"})
    void a_token_without_one_of_its_claims_is_refused(String claim) {
        assertRefused(signIn(claims().put(claim, TokenForge.ABSENT)), "provider");
    }

    @Test
    void a_token_for_others_of_before_or_of_another_sign_in_is_refused() {
        long now = Instant.now().getEpochSecond();
        for (JsonObject wrong :
                List.of(
                        claims().put("nonce", "of another sign-in"),
                        claims().put("aud", "another-client"),
                        claims().put("aud", new JsonArray().add("atoll").add("other")),
                        claims().put("azp", "other"),
                        claims().put("iss", "https://evil.example"),
                        claims().put("iss", browser.issuer() + "/"),
                        claims().put("exp", now - 60),
                        claims().put("iat", now - 3600),
                        claims().put("iat", now + 3600),
                        claims().put("nbf", now + 3600))) {
            assertRefused(signIn(wrong), "provider");
        }
        assertThat(signIn(claims().put("azp", "atoll")).header("Location"))
                .isEqualTo("/clusters?q=1");
    }

    @Test
    void a_state_is_good_once_and_for_the_browser_that_began() {
        browser.plan(new JsonObject().put("claims", claims()));
        var way = browser.begin("/");
        String back = browser.authorize(way);
        assertRefused(browser.finish(back, "of-another-browser"), "stale");
        assertRefused(browser.finish(back, ""), "stale");
        assertRefused(browser.finish(back.replace("state=", "state=x"), way.cookie()), "stale");
        assertThat(browser.finish(back, way.cookie()).cookie("atoll_session")).isNotNull();
        assertRefused(browser.finish(back, way.cookie()), "stale");
    }

    @Test
    void a_code_that_was_stolen_from_another_sign_in_is_of_no_use() {
        browser.plan(new JsonObject().put("claims", claims()));
        String stolen = OidcBrowser.code(browser.authorize(browser.begin("/")));
        var mine = browser.begin("/");
        String back = browser.authorize(mine);
        String mixed = back.replace(OidcBrowser.code(back), stolen);
        assertRefused(browser.finish(mixed, mine.cookie()), "provider");
    }

    @Test
    void a_code_of_another_issuer_is_shown_to_nobody() {
        browser.plan(new JsonObject().put("claims", claims()));
        int before = browser.redeemed();
        for (String issuer : List.of("&iss=https://evil.example", "")) {
            var way = browser.begin("/");
            String back = browser.authorize(way).replaceAll("&iss=.*", issuer);
            assertRefused(browser.finish(back, way.cookie()), "provider");
        }
        assertThat(browser.redeemed()).isEqualTo(before);
    }

    @Test
    void new_keys_of_the_provider_are_found() {
        signIn(claims());
        browser.plan(new JsonObject().put("claims", claims()).put("rotate", true));
        assertThat(browser.signIn("/").cookie("atoll_session")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirects", "floods", "silent"})
    void a_provider_that_misbehaves_lets_nobody_in(String how) {
        browser.plan(new JsonObject().put("claims", claims()).put("token_endpoint", how));
        assertRefused(browser.signIn("/"), "provider");
    }

    @Test
    void a_no_of_the_provider_is_a_no() {
        var way = browser.begin("/");
        String back = browser.authorize(way).replaceAll("code=[^&]*", "error=access_denied");
        assertRefused(browser.finish(back, way.cookie()), "denied");
    }

    @Test
    void signing_out_at_the_provider_ends_the_sessions_here() {
        Response session = signIn(claims());
        me(session).then().statusCode(200);
        for (JsonObject wrong :
                List.of(
                        new JsonObject().put("sub", subject).put("events", TokenForge.ABSENT),
                        new JsonObject().put("sub", subject).put("nonce", "n"),
                        new JsonObject().put("sub", subject).put("aud", "other"),
                        new JsonObject())) {
            browser.logout(browser.logoutToken(wrong)).then().statusCode(400);
        }
        browser.logout("nonsense").then().statusCode(400);
        me(session).then().statusCode(200);

        browser.logout(browser.logoutToken(new JsonObject().put("sub", subject)))
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> me(session).then().statusCode(401));
        as(Callers.admin())
                .get("/api/v1/audit?subject=provider&q=" + name)
                .then()
                .body("effects.flatten().action", contains("session.end"));
    }

    @Test
    void a_name_that_is_none_becomes_one() {
        me(signIn(claims().put("preferred_username", "Ada.Lovelace@Example.org")))
                .then()
                .body("name", equalTo("ada.lovelace"));
        String other = UUID.randomUUID().toString();
        me(signIn(claims().put("sub", other).put("preferred_username", "<script>")))
                .then()
                .body("name", not(equalTo("<script>")));
    }
}
