package io.atoll.gateway.rights.grant;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Own roles, groups, ends and elevations, each seen from the one who holds them. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class GrantsIT {
    private static final String EVENTS = "/api/v1/events";

    private static RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    private static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void awaitStatus(Tokens tokens, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(tokens).get(EVENTS).then().statusCode(status));
    }

    private static String role(String... permissions) {
        String name = fresh("role");
        json(Callers.admin())
                .body(Map.of("name", name, "permissions", permissions))
                .post("/api/v1/roles")
                .then()
                .statusCode(201);
        return name;
    }

    private static String group(Map<String, ?>... grants) {
        String name = fresh("group");
        Tokens admin = Callers.admin();
        json(admin).body(Map.of("name", name)).post("/api/v1/user-groups").then().statusCode(201);
        for (Map<String, ?> grant : grants) {
            json(admin)
                    .body(grant)
                    .post("/api/v1/user-groups/" + name + "/grants")
                    .then()
                    .statusCode(201);
        }
        as(admin)
                .get("/api/v1/user-groups/" + name + "/grants")
                .then()
                .body("size()", equalTo(grants.length));
        return name;
    }

    @Test
    void an_own_role_gives_its_permissions_and_what_they_imply_until_it_is_changed() {
        String role = role("TOPIC_DELETE", "EVENT_VIEW");
        Tokens user = Callers.withRole(role);
        as(user).get("/api/v1/auth/me")
                .then()
                .body("permissions", hasItems("TOPIC_DELETE", "TOPIC_VIEW", "CLUSTER_VIEW"))
                .body("permissions", not(hasItem("TOPIC_CREATE")));
        awaitStatus(user, 200);

        Tokens admin = Callers.admin();
        json(admin)
                .body(Map.of("permissions", List.of("TOPIC_VIEW")))
                .put("/api/v1/roles/" + role)
                .then()
                .statusCode(200);
        awaitStatus(user, 403);
        String holder = as(user).get("/api/v1/auth/me").path("name");
        as(admin)
                .delete("/api/v1/roles/" + role)
                .then()
                .statusCode(409)
                .body("detail", containsString("to " + holder + ". Take them away"));
    }

    @Test
    void built_in_roles_are_listed_and_stay_as_they_are() {
        Tokens admin = Callers.admin();
        as(admin)
                .get("/api/v1/roles")
                .then()
                .body("name", hasItems("viewer", "developer", "operator", "admin"));
        json(admin)
                .body(Map.of("permissions", List.of("TOPIC_VIEW")))
                .put("/api/v1/roles/viewer")
                .then()
                .statusCode(409);
        as(admin).delete("/api/v1/roles/admin").then().statusCode(409);
        as(admin).get("/api/v1/roles/viewr").then().statusCode(404).body("near", hasItem("viewer"));
    }

    @Test
    void a_grant_of_a_role_that_is_not_there_names_those_that_are() {
        json(Callers.admin())
                .body(Map.of("role", "emperor"))
                .post("/api/v1/users/" + Callers.user(List.of()) + "/grants")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("viewer"));
    }

    @Test
    void members_have_the_grants_of_their_group_while_they_are_in_it() {
        String group = group(Map.of("role", "viewer", "environment", "dev"));
        String name = Callers.user(List.of());
        Tokens user = Callers.login(name, PASSWORD);
        awaitStatus(user, 403);
        Tokens admin = Callers.admin();
        String member = "/api/v1/user-groups/" + group + "/members/" + name;
        json(admin).put(member).then().statusCode(200).body("members", hasItem(name));
        awaitStatus(user, 200);
        as(admin).get("/api/v1/users/" + name).then().body("groups", hasItem(group));
        as(admin).delete(member).then().statusCode(200);
        awaitStatus(user, 403);
    }

    @Test
    void who_manages_users_cannot_give_or_take_over_more_than_it_has() {
        String manager = role("USER_MANAGE", "ROLE_MANAGE");
        Tokens tokens = Callers.withRole(manager);
        String victim = Callers.user(List.of(Map.of("role", "operator")));
        json(tokens)
                .body(Map.of("role", "admin"))
                .post("/api/v1/users/" + victim + "/grants")
                .then()
                .statusCode(403)
                .body("detail", containsString("do not have"));
        json(tokens)
                .body(Map.of("new_password", "taken over by me"))
                .put("/api/v1/users/" + victim + "/password")
                .then()
                .statusCode(403);
        json(tokens)
                .body(Map.of("name", fresh("role"), "permissions", List.of("CLUSTER_DELETE")))
                .post("/api/v1/roles")
                .then()
                .statusCode(403);
        json(tokens)
                .put("/api/v1/user-groups/" + group(Map.of("role", "admin")) + "/members/" + victim)
                .then()
                .statusCode(403);
        as(tokens).delete("/api/v1/users/admin").then().statusCode(403);
    }

    @Test
    void a_grant_ends_at_its_time() {
        Instant end = Instant.now().plusSeconds(10);
        Tokens user =
                Callers.login(
                        Callers.user(
                                List.of(Map.of("role", "viewer", "expires_at", end.toString()))),
                        PASSWORD);
        as(user).get(EVENTS).then().statusCode(200);
        awaitStatus(user, 403);
        assertThat(Instant.now()).isAfter(end);
    }

    @Test
    void a_grant_that_has_ended_cannot_be_given() {
        json(Callers.admin())
                .body(
                        Map.of(
                                "role",
                                "viewer",
                                "expires_at",
                                Instant.now().minus(1, ChronoUnit.HOURS).toString()))
                .post("/api/v1/users/" + Callers.user(List.of()) + "/grants")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expires_at"));
    }

    @Test
    void an_elevation_needs_a_reason_lasts_its_time_and_can_be_ended() {
        Tokens user =
                Callers.login(
                        Callers.user(List.of(Map.of("role", "viewer", "elevation_minutes", "30"))),
                        PASSWORD);
        as(user).get(EVENTS).then().statusCode(403);
        String grant = as(user).get("/api/v1/auth/elevations").path("[0].grant.id");
        var asked = Map.of("grant", grant, "reason", "incident 4711, orders stuck", "minutes", 30);
        json(user)
                .body(Map.of("grant", grant, "reason", "why", "minutes", 30))
                .post("/api/v1/auth/elevations")
                .then()
                .statusCode(400);
        json(user)
                .body(
                        Map.of(
                                "grant",
                                grant,
                                "reason",
                                "incident 4711, orders stuck",
                                "minutes",
                                31))
                .post("/api/v1/auth/elevations")
                .then()
                .statusCode(422);
        json(user)
                .body(asked)
                .post("/api/v1/auth/elevations")
                .then()
                .statusCode(201)
                .body("reason", equalTo("incident 4711, orders stuck"));
        awaitStatus(user, 200);
        as(user).delete("/api/v1/auth/elevations/" + grant).then().statusCode(204);
        awaitStatus(user, 403);
        as(user).delete("/api/v1/auth/elevations/" + grant).then().statusCode(404);
        json(Callers.withRole("admin"))
                .body(asked)
                .post("/api/v1/auth/elevations")
                .then()
                .statusCode(404);
    }

    @Test
    void the_last_admin_stays_in_its_group() {
        Tokens admin = Callers.admin();
        String group = group(Map.of("role", "admin"));
        as(admin).get("/api/v1/user-groups/" + group).then().body("grants.role", hasItem("admin"));
        as(admin).delete("/api/v1/user-groups/" + group).then().statusCode(204);
        as(admin).get("/api/v1/user-groups/" + group).then().statusCode(404);
    }

    @Test
    void what_a_user_may_do_is_answered_with_the_grant_that_gives_it() {
        String group = group(Map.of("role", "operator", "tag", "team=shop"));
        String name = Callers.user(List.of(Map.of("role", "viewer", "environment", "dev")));
        Tokens admin = Callers.admin();
        json(admin).put("/api/v1/user-groups/" + group + "/members/" + name);
        String path = "/api/v1/users/" + name + "/rights";
        as(admin)
                .get(path + "?cluster=described")
                .then()
                .statusCode(200)
                .body(
                        "permissions.find { it.permission == 'CLUSTER_DELETE' }.because[0].group",
                        equalTo(group))
                .body(
                        "permissions.find { it.permission == 'CLUSTER_VIEW' }.because.size()",
                        equalTo(1))
                .body(
                        "permissions.find { it.permission == 'CLUSTER_VIEW' }.because[0].limits",
                        equalTo("clusters with the tag team=shop"));
        as(admin)
                .get(path)
                .then()
                .body(
                        "permissions.find { it.permission == 'CLUSTER_VIEW' }.because.size()",
                        equalTo(2));
        as(admin).get(path + "?resource=x").then().statusCode(422);
        as(Callers.login(name, PASSWORD)).get(path).then().statusCode(403);
    }
}
