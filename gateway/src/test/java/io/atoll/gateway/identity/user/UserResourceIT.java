package io.atoll.gateway.identity.user;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class UserResourceIT {

    private static RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    @Test
    void a_grant_counts_from_when_it_is_given_until_it_is_taken() {
        Tokens admin = Callers.admin();
        String name = Callers.user(List.of());
        Tokens tokens = Callers.login(name, PASSWORD);
        as(tokens).get("/api/v1/events").then().statusCode(403);

        String id =
                json(admin)
                        .body(Map.of("role", "viewer", "environment", "dev"))
                        .post("/api/v1/users/" + name + "/grants")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(admin).get("/api/v1/users/" + name + "/grants").then().body("id", contains(id));
        as(tokens).get("/api/v1/users/" + name + "/grants").then().statusCode(403);
        as(admin).get("/api/v1/users/nobody-there/grants").then().statusCode(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(tokens).get("/api/v1/events").then().statusCode(200));

        as(admin).delete("/api/v1/users/" + name + "/grants/" + id).then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(tokens).get("/api/v1/events").then().statusCode(403));
        as(admin).delete("/api/v1/users/" + name + "/grants/" + id).then().statusCode(404);
    }

    @Test
    void an_admin_of_one_environment_manages_no_users() {
        String name = Callers.user(List.of(Map.of("role", "admin", "environment", "dev")));
        as(Callers.login(name, PASSWORD))
                .get("/api/v1/users")
                .then()
                .statusCode(403)
                .body("detail", containsString("on all clusters"));
    }

    @Test
    void the_last_admin_stays() {
        Tokens admin = Callers.admin();
        List<String> others =
                as(admin)
                        .get("/api/v1/users?page_size=1000")
                        .path("findAll { it.grants.role.contains('admin') }.name");
        others.stream()
                .filter(name -> !name.equals("admin"))
                .forEach(name -> as(admin).delete("/api/v1/users/" + name).then().statusCode(204));
        as(admin).delete("/api/v1/users/admin").then().statusCode(409);
        json(admin)
                .body(Map.of("disabled", true))
                .put("/api/v1/users/admin")
                .then()
                .statusCode(409)
                .body("detail", containsString("admin everywhere"));
        Callers.admin();
    }

    @Test
    void wrong_users_are_refused_with_the_field_named() {
        Tokens admin = Callers.admin();
        json(admin)
                .body(Map.of("name", "Ada!", "password", "short"))
                .post("/api/v1/users")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/password"));
        json(admin)
                .body(
                        Map.of(
                                "name",
                                "ada",
                                "password",
                                PASSWORD,
                                "grants",
                                List.of(
                                        Map.of(
                                                "role",
                                                "viewer",
                                                "environment",
                                                "a",
                                                "cluster",
                                                "b"))))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/grants/0"));
        json(admin)
                .body(
                        Map.of(
                                "name",
                                "ada",
                                "password",
                                PASSWORD,
                                "grants",
                                List.of(Map.of("role", "viewer"), Map.of("role", "none"))))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/grants/1/role"));
        json(admin)
                .body(Map.of("name", "admin", "password", PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(409);
        as(admin).get("/api/v1/users/admni").then().statusCode(404).body("near", hasItem("admin"));
    }

    @Test
    void users_change_their_own_password_with_the_old_one() {
        String name = Callers.user(List.of());
        Tokens tokens = Callers.login(name, PASSWORD);
        String path = "/api/v1/users/" + name + "/password";
        json(tokens)
                .body(Map.of("old_password", "wrong", "new_password", "a new password here"))
                .put(path)
                .then()
                .statusCode(422);
        json(tokens)
                .body(Map.of("old_password", PASSWORD, "new_password", "a new password here"))
                .put(path)
                .then()
                .statusCode(204);
        Callers.tryLogin(name, PASSWORD).then().statusCode(401);
        Callers.login(name, "a new password here");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(tokens).get("/api/v1/auth/me").then().statusCode(401));
        json(Callers.login(name, "a new password here"))
                .body(Map.of("new_password", "not mine to change"))
                .put("/api/v1/users/admin/password")
                .then()
                .statusCode(403);
    }

    @Test
    void nothing_secret_is_in_an_answer() {
        String answer = as(Callers.admin()).get("/api/v1/users").asString();
        assertThat(answer).contains("\"admin\"").doesNotContain("argon2", "hash");
    }
}
