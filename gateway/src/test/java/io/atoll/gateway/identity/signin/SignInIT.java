package io.atoll.gateway.identity.signin;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SignInIT {

    private static Response refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", token))
                .post("/api/v1/auth/refresh");
    }

    private static Response me(Tokens tokens) {
        return as(tokens).get("/api/v1/auth/me");
    }

    @Test
    void a_token_in_another_media_type_than_json_is_refused_as_a_problem() {
        given().contentType("text/plain")
                .body("")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void the_first_admin_signs_in_and_sees_who_it_is() {
        me(Callers.admin())
                .then()
                .statusCode(200)
                .body("name", equalTo("admin"))
                .body("kind", equalTo("user"))
                .body("grants[0].role", equalTo("admin"))
                .body("permissions", hasItem("USER_MANAGE"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() {
        String name = Callers.user(List.of());
        Response wrong = Callers.tryLogin(name, "not the password");
        Response unknown = Callers.tryLogin("nobody-of-that-name", "not the password");
        wrong.then().statusCode(401).contentType("application/problem+json");
        unknown.then().statusCode(401);
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }

    @Test
    void after_five_failures_the_account_is_locked_here_even_for_the_right_password() {
        String name = Callers.user(List.of());
        for (int i = 0; i < 5; i++) {
            Callers.tryLogin(name, "wrong " + i).then().statusCode(401);
        }
        Response locked = Callers.tryLogin(name, PASSWORD);
        locked.then().statusCode(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(20, 31);
        assertThat(Callers.form(name, PASSWORD, "/clusters").header("Location"))
                .isEqualTo("/signin?error=locked&next=%2Fclusters");
    }

    @Test
    void a_refresh_token_is_good_for_one_exchange_and_for_a_lost_answer() {
        Tokens first = Callers.login(Callers.user(List.of()), PASSWORD);
        String second =
                refresh(first.refresh()).then().statusCode(200).extract().path("refresh_token");
        assertThat(second).isNotEqualTo(first.refresh());
        String again =
                refresh(first.refresh()).then().statusCode(200).extract().path("refresh_token");
        assertThat(again).isEqualTo(second);
    }

    @Test
    void a_spent_refresh_token_ends_the_whole_family() {
        Tokens first = Callers.login(Callers.user(List.of()), PASSWORD);
        String second = refresh(first.refresh()).path("refresh_token");
        Response third = refresh(second);
        var latest = new Tokens(third.path("access_token"), third.path("refresh_token"));
        me(latest).then().statusCode(200);

        refresh(first.refresh()).then().statusCode(401);

        refresh(latest.refresh()).then().statusCode(401);
        me(latest).then().statusCode(401);
    }

    @Test
    void signing_out_ends_the_tokens() {
        Tokens tokens = Callers.login(Callers.user(List.of()), PASSWORD);
        as(tokens).post("/api/v1/auth/logout").then().statusCode(204);
        me(tokens).then().statusCode(401);
        refresh(tokens.refresh()).then().statusCode(401);
    }

    @Test
    void the_session_cookie_is_for_this_site_and_not_for_scripts() {
        String name = Callers.user(List.of());
        Response answer = Callers.form(name, PASSWORD, "/clusters?q=1");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/clusters?q=1");
        assertThat(answer.header("Set-Cookie"))
                .contains("atoll_session=", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(answer.cookie("atoll_session"))
                .isNotEqualTo(Callers.form(name, PASSWORD, "/").cookie("atoll_session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example"})
    void signing_in_never_leads_to_another_site(String next) {
        String name = Callers.user(List.of());
        assertThat(Callers.form(name, PASSWORD, next).header("Location")).isEqualTo("/");
        assertThat(Callers.form(name, "wrong", next).header("Location"))
                .isEqualTo("/signin?error=invalid&next=%2F");
    }

    @Test
    void the_forms_are_taken_from_our_own_pages_only() {
        var form =
                given().redirects().follow(false).contentType("application/x-www-form-urlencoded");
        form.formParam("username", "admin").post("/session").then().statusCode(403);
        given().header("Origin", "https://evil.example")
                .contentType("application/x-www-form-urlencoded")
                .post("/session/end")
                .then()
                .statusCode(403)
                .body("detail", containsString("own pages"));
    }

    @Test
    void ending_a_session_ends_it_at_once() {
        String session = Callers.session(Callers.user(List.of()), PASSWORD);
        given().cookie("atoll_session", session).get("/api/v1/auth/me").then().statusCode(200);
        Response ended =
                given().redirects()
                        .follow(false)
                        .cookie("atoll_session", session)
                        .header("Sec-Fetch-Site", "same-origin")
                        .post("/session/end");
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ended.header("Location")).isEqualTo("/signin");
        assertThat(ended.header("Set-Cookie")).contains("Max-Age=0");
        given().cookie("atoll_session", session).get("/api/v1/auth/me").then().statusCode(401);
    }

    @Test
    void a_disabled_user_is_out_within_five_seconds() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens tokens = Callers.login(name, PASSWORD);
        String session = Callers.session(name, PASSWORD);
        me(tokens).then().statusCode(200);

        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("disabled", true))
                .put("/api/v1/users/" + name)
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> me(tokens).then().statusCode(401));
        given().cookie("atoll_session", session).get("/api/v1/auth/me").then().statusCode(401);
        refresh(tokens.refresh()).then().statusCode(401);
        Callers.tryLogin(name, PASSWORD).then().statusCode(401);
    }
}
