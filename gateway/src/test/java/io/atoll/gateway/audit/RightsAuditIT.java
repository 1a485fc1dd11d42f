package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gave which rights to whom. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class RightsAuditIT {
    private Tokens admin;

    @BeforeEach
    void signedIn() {
        admin = Callers.admin();
    }

    private RequestSpecification json(Tokens tokens) {
        return as(tokens).contentType(ContentType.JSON);
    }

    private static List<String> changes(String resource) {
        return AuditDatabase.read(
                "select action from audit where stage = 'changed' and"
                        + " document::json->>'resource' = '"
                        + resource
                        + "' order by no");
    }

    @Test
    void a_role_that_is_made_changed_and_kept_because_it_is_given() {
        String role = "r-" + UUID.randomUUID().toString().substring(0, 8);
        json(admin)
                .body(Map.of("name", role, "permissions", List.of("TOPIC_VIEW")))
                .post("/api/v1/roles")
                .then()
                .statusCode(201);
        json(admin)
                .body(Map.of("permissions", List.of("EVENT_VIEW")))
                .put("/api/v1/roles/" + role)
                .then()
                .statusCode(200);
        String user = Callers.user(List.of(Map.of("role", role)));
        as(admin).delete("/api/v1/roles/" + role).then().statusCode(409);
        assertThat(changes("role " + role)).containsExactly("role.create", "role.update");
        assertThat(changes("user " + user)).containsExactly("user.create");
    }

    @Test
    void a_group_its_members_and_its_grants() {
        String group = "g-" + UUID.randomUUID().toString().substring(0, 8);
        String user = Callers.user(List.of());
        String path = "/api/v1/user-groups/" + group;
        json(admin).body(Map.of("name", group)).post("/api/v1/user-groups").then().statusCode(201);
        json(admin).body(Map.of("role", "viewer")).post(path + "/grants").then().statusCode(201);
        json(admin).put(path + "/members/" + user).then().statusCode(200);
        json(admin).put(path + "/members/" + user).then().statusCode(200);
        as(admin).delete(path).then().statusCode(204);
        assertThat(changes("group " + group))
                .containsExactly(
                        "user-group.create",
                        "user-group.grant",
                        "user-group.add-member",
                        "user-group.delete");
    }

    @Test
    void a_limit_of_a_class_and_of_a_user() {
        String user = Callers.user(List.of());
        String own = "/api/v1/limits/message/overrides/user/" + user;
        var limit = Map.of("quota", 9, "window_seconds", 30);
        String tag =
                json(admin).body(limit).put(own).then().statusCode(200).extract().header("ETag");
        as(admin).header("If-Match", tag).delete(own).then().statusCode(204);
        assertThat(changes("limit message of user " + user))
                .containsExactly("override.put", "override.delete");
        String path = "/api/v1/limits/page";
        var more = Map.of("quota", 909, "window_seconds", 30);
        String before = as(admin).get(path).header("ETag");
        String after = json(admin).header("If-Match", before).body(more).put(path).header("ETag");
        as(admin).header("If-Match", after).delete(path).then().statusCode(204);
        assertThat(changes("limit page")).endsWith("limit.put", "limit.delete");
        assertThat(
                        AuditDatabase.read(
                                "select document::json#>>'{before,quota}' || ' ' || (document::json"
                                        + "#>>'{after,quota}') from audit where action ="
                                        + " 'limit.put' and document like '%limit page%'"
                                        + " order by no desc limit 1"))
                .singleElement()
                .asString()
                .endsWith(" 909");
    }

    @Test
    void an_elevation_and_its_reason() {
        String name = Callers.user(List.of(Map.of("role", "viewer", "elevation_minutes", "30")));
        Tokens user = Callers.login(name, PASSWORD);
        String grant = as(user).get("/api/v1/auth/elevations").path("[0].grant.id");
        json(user)
                .body(Map.of("grant", grant, "reason", "incident 4711, stuck", "minutes", 30))
                .post("/api/v1/auth/elevations")
                .then()
                .statusCode(201);
        as(user).delete("/api/v1/auth/elevations/" + grant).then().statusCode(204);
        assertThat(changes("grant " + grant)).containsExactly("elevation.start", "elevation.end");
        assertThat(
                        AuditDatabase.read(
                                "select document from audit where stage = 'changed' and action ="
                                        + " 'elevation.start'"
                                        + " and subject = '"
                                        + name
                                        + "'"))
                .singleElement()
                .asString()
                .contains("incident 4711");
    }
}
