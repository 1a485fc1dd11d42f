package io.atoll.gateway.identity.user;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A password that somebody else chose is good for choosing another. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class FirstPasswordIT {
    private static final String OWN = "a password of my own";

    private final String name = "f-" + UUID.randomUUID().toString().substring(0, 12);

    private static RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    private Tokens created() {
        json(Callers.admin())
                .body(
                        Map.of(
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "grants",
                                List.of(Map.of("role", "admin"))))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("must_change_password", equalTo(true));
        return Callers.login(name, PASSWORD);
    }

    private Response change(Tokens tokens, String from, String to) {
        return json(tokens)
                .body(Map.of("old_password", from, "new_password", to))
                .put("/api/v1/users/" + name + "/password");
    }

    @Test
    void nothing_but_the_change_is_let_in_before_it() {
        Tokens tokens = created();
        as(tokens).get("/api/v1/auth/me").then().body("must_change_password", equalTo(true));
        for (String path :
                List.of(
                        "/api/v1/events",
                        "/api/v1/clusters",
                        "/api/v1/users",
                        "/api/v1/auth/sessions")) {
            as(tokens)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/password-change-required"));
        }
        as(tokens).header("X-Forwarded-For", "1.2.3.4").get("/metrics").then().statusCode(403);
        // The right to manage users gives no way round.
        json(tokens)
                .body(Map.of("new_password", OWN))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(422);
        as(tokens).post("/api/v1/auth/logout").then().statusCode(204);
    }

    @Test
    void after_the_change_the_user_signs_in_with_it_and_may_all_that_it_is_granted() {
        Tokens tokens = created();
        change(tokens, PASSWORD, OWN).then().statusCode(204);
        Tokens mine = Callers.login(name, OWN);
        as(mine).get("/api/v1/auth/me").then().body("must_change_password", equalTo(false));
        as(mine).get("/api/v1/users").then().statusCode(200);
    }

    @Test
    void pages_lead_to_the_change() {
        created();
        String session = Callers.session(name, PASSWORD);
        RequestSpecification browser = given().redirects().follow(false);
        browser.cookie("atoll_session", session);
        browser.get("/clusters").then().statusCode(303).header("Location", "/account/password");
        browser.get("/account/password").then().statusCode(200);
        browser.header("HX-Request", "true")
                .get("/fleet/switcher")
                .then()
                .statusCode(403)
                .header("HX-Redirect", "/account/password");
    }

    @Test
    void a_password_that_an_admin_sets_is_a_first_one_too() {
        String user = Callers.user(List.of());
        json(Callers.admin())
                .body(Map.of("new_password", OWN))
                .put("/api/v1/users/" + user + "/password")
                .then()
                .statusCode(204);
        as(Callers.login(user, OWN))
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(403)
                .body("title", equalTo("Password change needed"));
    }

    @Test
    void the_new_password_is_neither_the_old_one_nor_the_name_nor_short() {
        Tokens tokens = created();
        change(tokens, PASSWORD, PASSWORD)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/new_password"));
        change(tokens, PASSWORD, name.toUpperCase(java.util.Locale.ROOT)).then().statusCode(422);
        change(tokens, PASSWORD, "too short").then().statusCode(400);
        assertThat(change(tokens, "wrong", OWN).<String>path("errors[0].pointer"))
                .isEqualTo("/old_password");
    }
}
