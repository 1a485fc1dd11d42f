package io.atoll.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of the tests, signed in for real. */
public final class Callers {
    public static final String ADMIN_PASSWORD = "correct horse battery";
    public static final String PASSWORD = "a password of tests";

    /** A pair of tokens. */
    public record Tokens(String access, String refresh) {
        static Tokens of(Response answer) {
            return new Tokens(answer.path("access_token"), answer.path("refresh_token"));
        }
    }

    public static Tokens admin() {
        return login("admin", ADMIN_PASSWORD);
    }

    public static Tokens login(String name, String password) {
        Response answer = tryLogin(name, password);
        answer.then().statusCode(200);
        return Tokens.of(answer);
    }

    public static Response tryLogin(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", name, "password", password))
                .post("/api/v1/auth/login");
    }

    /** A new user with grants such as {@code {"role": "viewer"}}. */
    public static String user(List<Map<String, String>> grants) {
        String name = "u-" + UUID.randomUUID().toString().substring(0, 12);
        as(admin())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "name", name,
                                "password", PASSWORD,
                                "must_change_password", false,
                                "grants", grants))
                .post("/api/v1/users")
                .then()
                .statusCode(201);
        return name;
    }

    public static Tokens withRole(String role) {
        return login(user(List.of(Map.of("role", role))), PASSWORD);
    }

    public static RequestSpecification as(Tokens tokens) {
        return given().header("Authorization", "Bearer " + tokens.access());
    }

    /** The session cookie of a browser that signs in. */
    public static String session(String name, String password) {
        return form(name, password, "/").then().statusCode(303).extract().cookie("atoll_session");
    }

    public static Response form(String name, String password, String next) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .formParam("username", name)
                .formParam("password", password)
                .formParam("next", next)
                .post("/session");
    }

    private Callers() {}
}
