package io.atoll.gateway.audit.view;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.gateway.audit.ChangeTopic;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class AuditResourceIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static String cluster() {
        return "c-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String stop(Tokens tokens, String cluster) {
        return as(tokens).post("/api/v1/clusters/" + cluster + "/stop").header("X-Trace-Id");
    }

    private static List<String> ids(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("id");
    }

    @Test
    void a_change_that_a_service_tells_of_twice_stands_once_beside_its_attempt() throws Exception {
        String name = Callers.user(List.of(Map.of("role", "operator")));
        String cluster = cluster();
        String trace = stop(Callers.login(name, PASSWORD), cluster);
        try (var topic = new ChangeTopic()) {
            String change = topic.stopped(name, trace, cluster, "dev");
            topic.raw(change);
            topic.raw("{\"half\":");
            topic.stopped("somebody", "0".repeat(32), cluster + "-end", "dev");
        }
        await().atMost(SOON)
                .until(
                        () ->
                                AuditDatabase.number(
                                                "select count(*) from audit where cluster = '"
                                                        + cluster
                                                        + "-end'")
                                        == 1);
        var entry = as(Callers.admin()).get("/api/v1/audit?trace=" + trace).jsonPath();
        assertThat(entry.getList("$")).hasSize(1);
        assertThat(entry.getList("[0].effects")).hasSize(1);
        assertThat(entry.getString("[0].outcome")).isEqualTo("succeeded");
        assertThat(entry.getString("[0].effects[0].action")).isEqualTo("cluster.stop");
        assertThat(entry.getString("[0].effects[0].after.password")).isEqualTo("(removed)");
        assertThat(entry.getList("[0].effects[0].differences.pointer"))
                .containsExactly("/password", "/running");
        assertThat(
                        AuditDatabase.number(
                                "select count(*) from audit where action = 'change.set-aside'"))
                .isPositive();
    }

    @Test
    void who_audits_one_environment_tag_or_cluster_sees_entries_of_its_clusters_alone()
            throws Exception {
        String mine = cluster();
        String other = cluster();
        Tokens admin = Callers.admin();
        try (var topic = new ChangeTopic()) {
            topic.stopped("eve", "1".repeat(32), mine, "env-" + mine);
            topic.stopped("eve", "1".repeat(32), other, "env-" + other);
        }
        await().atMost(SOON)
                .until(() -> !ids(as(admin).get("/api/v1/audit?cluster=" + other)).isEmpty());
        stop(admin, mine);
        stop(admin, other);
        for (var limit :
                List.of(
                        Map.of("role", "admin", "environment", "env-" + mine),
                        Map.of("role", "admin", "tag", "team=" + mine),
                        Map.of("role", "admin", "cluster", mine))) {
            Tokens limited = Callers.login(Callers.user(List.of(limit)), PASSWORD);
            List<String> seen =
                    as(limited)
                            .get("/api/v1/audit?page_size=1000")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("cluster");
            assertThat(seen).hasSize(2).containsOnly(mine);
            assertThat(ids(as(limited).get("/api/v1/audit?cluster=" + other))).isEmpty();
            assertThat(as(limited).get("/api/v1/audit/export?format=csv").asString())
                    .contains(mine)
                    .doesNotContain(other);
            as(limited).get("/api/v1/audit/verification").then().statusCode(403);
        }
        as(Callers.withRole("operator")).get("/api/v1/audit").then().statusCode(403);
    }

    @Test
    void filters_limit_what_is_listed() {
        String name = Callers.user(List.of(Map.of("role", "operator")));
        Tokens tokens = Callers.login(name, PASSWORD);
        Tokens admin = Callers.admin();
        String cluster = cluster();
        stop(tokens, cluster);
        as(tokens).delete("/api/v1/clusters/" + cluster + "/topics/breaks");
        as(tokens).get("/api/v1/users").then().statusCode(403);
        String of = "/api/v1/audit?subject=" + name;
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(ids(as(admin).get(of + "&outcome=failed"))).hasSize(1);
                            assertThat(ids(as(admin).get(of + "&outcome=denied"))).hasSize(1);
                            assertThat(ids(as(admin).get(of + "&outcome=unknown"))).isEmpty();
                        });
        assertThat(ids(as(admin).get(of + "&action=cluster.stop"))).hasSize(1);
        assertThat(ids(as(admin).get(of + "&action=topic.*"))).hasSize(1);
        assertThat(ids(as(admin).get(of + "&cluster=" + cluster))).hasSize(2);
        assertThat(ids(as(admin).get("/api/v1/audit?q=" + cluster + "/sto"))).hasSize(1);
        assertThat(ids(as(admin).get("/api/v1/audit?q=%25" + cluster))).isEmpty();
        assertThat(ids(as(admin).get(of + "&to=2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(ids(as(admin).get(of + "&from=2020-01-01T00:00:00Z"))).hasSizeGreaterThan(2);
        assertThat(wrong("?outcome=lost"))
                .isEqualTo("must be succeeded, failed, denied or unknown");
        assertThat(wrong("?from=yesterday")).startsWith("must be a time in UTC, for example");
        assertThat(wrong("?key=x")).isEqualTo("must be the id of an API key");
        assertThat(wrong("/export?format=xml")).isEqualTo("must be csv or json");
        as(admin).get("/api/v1/audit?page_token=x").then().statusCode(400);
    }

    private static String wrong(String query) {
        return as(Callers.admin())
                .get("/api/v1/audit" + query)
                .then()
                .statusCode(400)
                .extract()
                .path("errors[0].detail");
    }

    @Test
    void an_attempt_that_nobody_saw_the_end_of_has_an_unknown_outcome() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        AuditDatabase.run(
                "select append_audit(jsonb_build_array(jsonb_build_object('entry',"
                        + " gen_random_uuid(), 'stage', 'attempted', 'action', 'test', 'document',"
                        + " '{}', 'trace', '"
                        + trace
                        + "')))");
        assertThat(
                        as(Callers.admin())
                                .get("/api/v1/audit?outcome=unknown&trace=" + trace)
                                .jsonPath()
                                .getList("action"))
                .containsExactly("test");
    }

    @Test
    void pages_follow_each_other_without_a_gap_also_where_more_comes() {
        Tokens admin = Callers.admin();
        String cluster = cluster();
        for (int i = 0; i < 5; i++) {
            stop(admin, cluster);
        }
        var seen = new ArrayList<String>();
        String next = "/api/v1/audit?page_size=2&cluster=" + cluster;
        while (next != null) {
            Response page = as(admin).urlEncodingEnabled(false).get(next);
            seen.addAll(ids(page));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            stop(admin, cluster);
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void an_export_is_whole_harmless_and_an_entry_itself() {
        Tokens admin = Callers.admin();
        String cluster = cluster();
        String evil = "/api/v1/clusters/=cmd%7C" + cluster + "/stop";
        as(admin).urlEncodingEnabled(false).post(evil);
        stop(admin, "-" + cluster);
        Response csv = as(admin).get("/api/v1/audit/export?format=csv&q=" + cluster);
        csv.then().statusCode(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("atoll-audit.csv");
        assertThat(csv.asString().lines()).hasSize(4).first().asString().startsWith("no,at,");
        assertThat(csv.asString())
                .contains("\"'=cmd|" + cluster, "\"'-" + cluster)
                .doesNotContain(",=", ",-");
        Response json = as(admin).get("/api/v1/audit/export?format=json&q=" + cluster);
        assertThat(json.jsonPath().getList("action")).contains("audit.export");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        as(admin).get("/api/v1/audit/export?format=pdf").then().statusCode(400);
    }
}
