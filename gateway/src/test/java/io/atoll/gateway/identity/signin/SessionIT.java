package io.atoll.gateway.identity.signin;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SessionIT {
    private static final String OWN = "/api/v1/auth/sessions";

    private String name;
    private Tokens tokens;

    @BeforeEach
    void signIn() {
        name = Callers.user(List.of());
        tokens = Callers.login(name, PASSWORD);
    }

    private static int me(String session) {
        return given().cookie("atoll_session", session).get("/api/v1/auth/me").statusCode();
    }

    private static String idOf(Tokens tokens) {
        return as(tokens).get(OWN).path("find { it.current }.id");
    }

    @Test
    void people_see_where_they_are_signed_in_and_which_one_this_is() {
        given().header("User-Agent", "A browser\u0007 " + "x".repeat(300))
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .formParam("username", name)
                .formParam("password", PASSWORD)
                .post("/session")
                .then()
                .statusCode(303);
        var list = as(tokens).get(OWN).then().statusCode(200);
        list.body("kind", containsInAnyOrder("browser", "token"));
        list.body("findAll { it.current }.kind", contains("token"));
        list.body("address.unique()", contains("127.0.0.1"));
        String agent = list.extract().path("find { it.kind == 'browser' }.user_agent");
        assertThat(agent).startsWith("A browser? xxx").hasSize(200);
    }

    @Test
    void a_page_of_sessions_goes_on_after_its_last_id() {
        Callers.session(name, PASSWORD);
        Callers.session(name, PASSWORD);
        List<String> all = as(tokens).get(OWN).path("id");
        List<String> first = as(tokens).get(OWN + "?page_size=2").path("id");
        String token = first.getLast();
        List<String> rest = as(tokens).get(OWN + "?page_token=" + token).path("id");
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(all).startsWith(first.toArray(String[]::new)).endsWith(rest.getFirst());
        assertThat(as(tokens).get(OWN + "?page_size=2").header("Link"))
                .isEqualTo("<" + OWN + "?page_size=2&page_token=" + token + ">; rel=\"next\"");
    }

    @Test
    void ending_one_session_leaves_the_others() {
        String session = Callers.session(name, PASSWORD);
        assertThat(me(session)).isEqualTo(200);
        String id = as(tokens).get(OWN).path("find { it.kind == 'browser' }.id");
        as(tokens).delete(OWN + "/" + id).then().statusCode(204);
        assertThat(me(session)).isEqualTo(401);
        as(tokens).get(OWN).then().body("id", hasSize(1));
        as(tokens).delete(OWN + "/" + id).then().statusCode(404);
    }

    @Test
    void ending_all_others_keeps_this_one() {
        String session = Callers.session(name, PASSWORD);
        Tokens second = Callers.login(name, PASSWORD);
        assertThat(me(session)).isEqualTo(200);
        as(tokens).delete(OWN).then().statusCode(204);
        assertThat(me(session)).isEqualTo(401);
        as(second).get("/api/v1/auth/me").then().statusCode(401);
        as(tokens).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        String other = Callers.user(List.of());
        Tokens others = Callers.login(other, PASSWORD);
        as(tokens).delete(OWN + "/" + idOf(others)).then().statusCode(404);
        as(tokens).delete(OWN + "/not-an-id").then().statusCode(404);
        as(tokens).get("/api/v1/users/" + other + "/sessions").then().statusCode(403);
        as(others).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void who_manages_users_sees_and_ends_their_sessions() {
        Tokens admin = Callers.admin();
        String session = Callers.session(name, PASSWORD);
        String path = "/api/v1/users/" + name + "/sessions";
        as(admin).get(path).then().body("id", hasSize(2)).body("current[0]", equalTo(false));
        as(admin).delete(path + "/" + idOf(tokens)).then().statusCode(204);
        as(tokens).get("/api/v1/auth/me").then().statusCode(401);
        as(admin).delete(path).then().statusCode(204);
        assertThat(me(session)).isEqualTo(401);
        as(admin).get(path).then().body("id", hasSize(0));
    }

    @Test
    void a_session_that_another_instance_ended_is_out_here_within_five_seconds() {
        as(tokens).get("/api/v1/auth/me").then().statusCode(200);
        // A change of the password is told by the database alone, as if it came from elsewhere.
        as(Callers.admin())
                .contentType("application/json")
                .body(Map.of("new_password", "another password"))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(tokens).get("/api/v1/auth/me").then().statusCode(401));
    }
}
