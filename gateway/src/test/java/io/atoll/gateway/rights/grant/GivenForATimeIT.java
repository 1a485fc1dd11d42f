package io.atoll.gateway.rights.grant;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has a right for a time can pass it on, but not beyond its end. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class GivenForATimeIT {
    private static final String USERS = "/api/v1/users/";
    private static final String GROUPS = "/api/v1/user-groups/";

    private final Instant end =
            Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private static RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    private static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Tokens deputy() {
        return Callers.login(
                Callers.user(List.of(Map.of("role", "admin", "expires_at", end.toString()))),
                PASSWORD);
    }

    private static Map<String, String> viewer(@Nullable Instant until) {
        var grant = new HashMap<>(Map.of("role", "viewer"));
        if (until != null) {
            grant.put("expires_at", until.toString());
        }
        return grant;
    }

    private static String group(Map<String, String> grant) {
        String name = fresh("group");
        Tokens admin = Callers.admin();
        json(admin).body(Map.of("name", name)).post("/api/v1/user-groups").then().statusCode(201);
        json(admin).body(grant).post(GROUPS + name + "/grants").then().statusCode(201);
        return name;
    }

    private void refused(ValidatableResponse answer) {
        answer.statusCode(403).body("detail", containsString("only until " + end));
    }

    @Test
    void a_grant_ends_with_the_right_that_it_is_given_by() {
        Tokens deputy = deputy();
        String grants = USERS + Callers.user(List.of()) + "/grants";
        refused(json(deputy).body(viewer(null)).post(grants).then());
        refused(json(deputy).body(viewer(end.plusSeconds(1))).post(grants).then());
        refused(
                json(deputy)
                        .body(Map.of("role", "viewer", "elevation_minutes", 5))
                        .post(grants)
                        .then());
        json(deputy).body(viewer(end)).post(grants).then().statusCode(201);
    }

    @Test
    void what_is_held_for_good_besides_can_be_given_for_good() {
        Tokens deputy =
                Callers.login(
                        Callers.user(
                                List.of(
                                        viewer(null),
                                        Map.of("role", "admin", "expires_at", end.toString()))),
                        PASSWORD);
        String grants = USERS + Callers.user(List.of()) + "/grants";
        json(deputy).body(viewer(null)).post(grants).then().statusCode(201);
        refused(json(deputy).body(Map.of("role", "developer")).post(grants).then());
    }

    @Test
    void a_membership_has_no_end_so_the_grants_of_its_group_need_one() {
        Tokens deputy = deputy();
        String user = Callers.user(List.of());
        String lasting = group(viewer(null));
        refused(json(deputy).put(GROUPS + lasting + "/members/" + user).then());
        refused(
                json(deputy)
                        .body(viewer(null))
                        .post(GROUPS + group(viewer(end)) + "/grants")
                        .then());
        String passing = GROUPS + group(viewer(end)) + "/members/" + user;
        json(deputy).put(passing).then().statusCode(200);
        as(deputy).delete(passing).then().statusCode(200);
        json(Callers.admin()).put(GROUPS + lasting + "/members/" + user).then().statusCode(200);
        as(deputy).delete(GROUPS + lasting + "/members/" + user).then().statusCode(200);
    }

    @Test
    void nothing_is_added_to_a_role_for_good() {
        Tokens deputy = deputy();
        String role = fresh("role");
        var wanted = Map.of("name", role, "permissions", List.of("TOPIC_VIEW", "EVENT_VIEW"));
        refused(json(deputy).body(wanted).post("/api/v1/roles").then());
        json(Callers.admin()).body(wanted).post("/api/v1/roles").then().statusCode(201);
        refused(
                json(deputy)
                        .body(Map.of("permissions", List.of("TOPIC_VIEW", "TOPIC_DELETE")))
                        .put("/api/v1/roles/" + role)
                        .then());
        json(deputy)
                .body(Map.of("permissions", List.of("TOPIC_VIEW")))
                .put("/api/v1/roles/" + role)
                .then()
                .statusCode(200);
    }

    @Test
    void an_account_with_rights_for_good_is_not_opened_by_who_has_them_for_a_time() {
        Tokens deputy = deputy();
        String lasting = Callers.user(List.of(viewer(null)));
        var password = Map.of("new_password", "taken over by me");
        refused(json(deputy).body(password).put(USERS + lasting + "/password").then());
        json(deputy).body(Map.of("disabled", true)).put(USERS + lasting).then().statusCode(200);
        refused(json(deputy).body(Map.of("disabled", false)).put(USERS + lasting).then());
        refused(
                json(deputy)
                        .body(
                                Map.of(
                                        "name",
                                        fresh("u"),
                                        "password",
                                        PASSWORD,
                                        "grants",
                                        List.of(viewer(null))))
                        .post("/api/v1/users")
                        .then());
        String passing = Callers.user(List.of(viewer(end)));
        json(deputy).body(password).put(USERS + passing + "/password").then().statusCode(204);
    }

    @Test
    void an_import_gives_nothing_for_longer_either() {
        Tokens deputy = deputy();
        String user = Callers.user(List.of());
        String member = "{\"groups\": [{\"name\": \"%s\", \"members\": [\"%s\"]}]}";
        String path = "/api/v1/access/import";
        refused(json(deputy).body(member.formatted(group(viewer(null)), user)).post(path).then());
        json(deputy)
                .body(member.formatted(group(viewer(end)), user))
                .post(path)
                .then()
                .statusCode(200);
        String grant =
                "{\"users\": [{\"name\": \"%s\", \"grants\": [{\"role\": \"viewer\", \"expires_at\":"
                        + " \"%s\"}]}]}";
        refused(json(deputy).body(grant.formatted(user, end.plusSeconds(1))).post(path).then());
        json(deputy).body(grant.formatted(user, end)).post(path).then().statusCode(200);
        refused(
                json(deputy)
                        .body(
                                "{\"roles\": [{\"name\": \"%s\", \"permissions\": [\"TOPIC_VIEW\"]}]}"
                                        .formatted(fresh("role")))
                        .post(path)
                        .then());
    }

    /** With what is given and the keys that are made meanwhile. */
    @Test
    void an_elevation_is_over_with_all_that_was_made_of_it() {
        String name = Callers.user(List.of(Map.of("role", "admin", "elevation_minutes", "30")));
        Tokens user = Callers.login(name, PASSWORD);
        String grant = as(user).get("/api/v1/auth/elevations").path("[0].grant.id");
        String until =
                json(user)
                        .body(Map.of("grant", grant, "reason", "incident 4711", "minutes", 30))
                        .post("/api/v1/auth/elevations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("ends_at");
        awaitEvents(() -> as(user), 200);
        String grants = USERS + name + "/grants";
        json(user)
                .body(Map.of("role", "admin"))
                .post(grants)
                .then()
                .statusCode(403)
                .body("detail", containsString("only until " + until));
        String key =
                json(user)
                        .body(Map.of("name", "k", "scopes", List.of("EVENT_VIEW")))
                        .post("/api/v1/api-keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key");
        awaitEvents(() -> given().header("X-API-Key", key), 200);
        as(user).delete("/api/v1/auth/elevations/" + grant).then().statusCode(204);
        awaitEvents(() -> given().header("X-API-Key", key), 403);
    }

    private static void awaitEvents(Supplier<RequestSpecification> caller, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> caller.get().get("/api/v1/events").then().statusCode(status));
    }
}
