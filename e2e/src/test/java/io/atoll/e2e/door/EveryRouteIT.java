package io.atoll.e2e.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every route of every service against every kind of caller: none is more open than it declares,
 * and none more closed.
 */
@Order(62)
class EveryRouteIT {
    private static final Suite SUITE = Suite.get();
    private static final String PASSWORD = "battery-staple-horse-5";
    private static final String CLUSTER = "every-route";

    /** Would end the sign-in that the test goes on with; has tests of its own. */
    private static final Set<String> ENDS_THE_CALLER =
            Set.of("POST /api/v1/auth/logout", "DELETE /api/v1/auth/sessions");

    @BeforeAll
    static void makeCluster() {
        var request = Fleet.request(CLUSTER).put("auto_start", false);
        request.putObject("tags").put("door", "open");
        new Fleet(SUITE).create(request);
    }

    @AfterAll
    static void deleteCluster() {
        new Fleet(SUITE).deleteAndAwait(CLUSTER);
    }

    @Test
    void every_route_declares_who_may_use_it() {
        assertThat(Route.all()).hasSizeGreaterThan(50).allMatch(r -> !r.access().isEmpty());
    }

    @Test
    void nobody_and_whoever_shows_a_wrong_token_is_refused_everywhere() {
        var badges = new ArrayList<Badge>();
        badges.add(Badge.nobody("no token", Map.of()));
        badges.add(
                Badge.nobody(
                        "claimed headers", Map.of("X-User", "admin", "X-Atoll-Subject", "admin")));
        badges.add(Badge.nobody("basic", Map.of("Authorization", "Basic YWRtaW46YWRtaW4=")));
        badges.add(Badge.nobody("key that is none", Map.of("X-API-Key", "atl_0_0")));
        new Forger(SUITE, adminToken()).tokens().forEach((n, t) -> badges.add(Badge.token(n, t)));
        walk(badges);
    }

    @Test
    void a_role_opens_exactly_the_routes_of_its_permissions() {
        walk(
                List.of(
                        role(Role.VIEWER),
                        role(Role.DEVELOPER),
                        role(Role.OPERATOR),
                        role(Role.ADMIN)));
    }

    @Test
    void a_grant_on_another_cluster_or_environment_hides_this_one() {
        walk(
                List.of(
                        limited(Role.ADMIN, "cluster", "another", false),
                        limited(Role.OPERATOR, "environment", "elsewhere", false),
                        limited(Role.VIEWER, "tag", "door=shut", false)));
    }

    @Test
    void a_tag_that_is_taken_off_takes_the_rights_with_it() {
        var by = limited(Role.OPERATOR, "tag", "door=open", true);
        assertThat(call(by, "GET", "/api/v1/clusters/" + CLUSTER).status()).isEqualTo(200);
        retag("door", "ajar");
        await().until(
                        () ->
                                call(by, "GET", "/api/v1/clusters/" + CLUSTER).status() == 404
                                        && call(
                                                                by,
                                                                "GET",
                                                                "/api/v1/clusters/"
                                                                        + CLUSTER
                                                                        + "/topics")
                                                        .status()
                                                == 404
                                        && call(by, "GET", "/api/v1/clusters/" + CLUSTER + "/nodes")
                                                        .status()
                                                == 404);
        walk(List.of(new Badge("tag gone", by.headers(), by.held(), true, false, false)));
        retag("door", "open");
    }

    @Test
    void a_key_opens_what_its_scopes_say_on_its_clusters_and_nothing_about_its_owner() {
        var one = Set.of(Permission.TOPIC_VIEW);
        var all = EnumSet.allOf(Permission.class);
        all.removeIf(p -> p.name().endsWith("_MANAGE"));
        walk(
                List.of(
                        key("one scope", one, CLUSTER, true),
                        key("all scopes, another cluster", all, "another", false)));
    }

    @Test
    void a_service_called_past_the_gateway_answers_401() {
        var forger = new Forger(SUITE, adminToken());
        var soft = new SoftAssertions();
        for (var service : List.of("registry", "provisioner", "ops")) {
            var past = Api.anonymous(SUITE.service(service));
            var wrong = new HashMap<String, Map<String, String>>();
            wrong.put("no token", Map.of());
            wrong.put("claimed headers", Map.of("X-User", "admin", "X-Atoll-Subject", "admin"));
            wrong.put("access token", Badge.bearer(adminToken()));
            wrong.put("forged", Badge.bearer(forger.internal(service + "-service")));
            for (var route : Route.all()) {
                if (route.service().equals(service)) {
                    wrong.forEach(
                            (name, headers) ->
                                    soft.assertThat(send(past, route, headers, false).status())
                                            .as("%s at %s with %s", route, service, name)
                                            .isEqualTo(401));
                }
            }
        }
        soft.assertAll();
    }

    private static void walk(List<Badge> badges) {
        var soft = new SoftAssertions();
        var door = Api.anonymous(SUITE.url());
        for (var badge : badges) {
            for (var route : Route.all()) {
                if (isLeftOut(badge, route)) {
                    continue;
                }
                check(soft, door, badge, route, false);
                if (route.isRead() && badge.verdict(route) != Badge.Verdict.LET_IN) {
                    check(soft, door, badge, route, true);
                }
            }
        }
        soft.assertAll();
    }

    /** Whose grants reach no more than one cluster is asked about routes of clusters alone. */
    private static boolean isLeftOut(Badge badge, Route route) {
        return route.isOpen()
                || (badge.known() && ENDS_THE_CALLER.contains(route.toString()))
                || (badge.known() && !badge.inside() && !route.isOfOneCluster());
    }

    private static void check(
            SoftAssertions soft, Api door, Badge badge, Route route, boolean asStream) {
        var answer = send(door, route, badge.headers(), asStream);
        var verdict = badge.verdict(route);
        soft.assertThat(verdict.allows(answer.status()))
                .as(
                        "%s by %s%s: %s expected, got %s",
                        route, badge, asStream ? " as a stream" : "", verdict, answer)
                .isTrue();
    }

    private static Answer send(
            Api api, Route route, Map<String, String> headers, boolean asStream) {
        var all = new HashMap<>(headers);
        all.put("Accept", asStream ? "text/event-stream" : "application/json, */*;q=0.5");
        var body = route.body().isMissingNode() ? null : "{}";
        return api.send(route.method(), route.uri(CLUSTER), body, all);
    }

    private static Answer call(Badge badge, String method, String path) {
        return Api.anonymous(SUITE.url()).send(method, path, null, badge.headers());
    }

    private static Badge key(String name, Set<Permission> scopes, String cluster, boolean inside) {
        var request = Api.object().put("name", "door " + name.replace(",", ""));
        scopes.forEach(s -> request.withArray("scopes").add(s.name()));
        request.putArray("clusters").add(cluster);
        var answer = SUITE.admin().post("/api/v1/api-keys", request).expect(201);
        return Badge.key("key of " + name, answer.json().get("key").asText(), scopes, inside);
    }

    private static Badge role(Role role) {
        return Badge.user(role.wire(), user(role, null, null), role, true);
    }

    private static Badge limited(Role role, String limit, String value, boolean inside) {
        return Badge.user(
                role.wire() + " on " + limit + " " + value, user(role, limit, value), role, inside);
    }

    private static Api user(Role role, String limit, String value) {
        var name =
                "door-"
                        + role.wire()
                        + (limit == null ? "" : "-" + limit + "-" + value.replace('=', '-'));
        var user = Api.object().put("name", name).put("password", PASSWORD);
        user.put("must_change_password", false);
        ObjectNode grant = user.putArray("grants").addObject().put("role", role.wire());
        if (limit != null) {
            grant.put(limit, value);
        }
        SUITE.admin().post("/api/v1/users", user).expect(201);
        return Api.signedIn(SUITE.url(), name, PASSWORD);
    }

    private static String adminToken() {
        return SUITE.admin().authorization().substring("Bearer ".length());
    }

    private static void retag(String key, String value) {
        var path = "/api/v1/clusters/" + CLUSTER;
        var now = SUITE.admin().get(path).expect(200);
        var change = Api.object();
        change.putObject("tags").put(key, value);
        SUITE.admin().put(path, now.header("ETag"), change).expect(200, 202);
    }
}
