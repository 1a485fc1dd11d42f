package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.kit.problem.Problems;
import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists, pages, filters, and what a caller sees of them. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterListIT {

    private final Api api = Api.admin();

    @Test
    void pagesAreWholeAndInOrderAndEndWithoutALink() {
        String environment = Api.name("paged");
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            String id = environment + "-" + n;
            ids.add(id);
            create(id, environment, Map.of());
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/clusters?page_size=3&environment=" + environment;
        for (int page = 0; next != null; page++) {
            assertThat(page).isLessThan(3);
            Response answer = api.request().urlEncodingEnabled(false).get(next);
            answer.then().statusCode(200);
            seen.addAll(answer.jsonPath().getList("id"));
            String link = answer.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            if (link != null) {
                assertThat(link).endsWith("; rel=\"next\"").startsWith("</api/v1/clusters?");
            }
        }
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void filtersNarrowTogether() {
        String environment = Api.name("filtered");
        create(environment + "-a", environment, Map.of("team", "pay", "tier", "1"));
        create(environment + "-b", environment, Map.of("team", "pay", "tier", "2"));
        create(environment + "-c", environment, Map.of("team", "ship:eu"));
        String base = "/clusters?environment=" + environment;
        api.get(base + "&tags=team:pay").then().body("id", hasSize(2));
        api.get(base + "&tags=team:pay&tags=tier:2")
                .then()
                .body("id", contains(environment + "-b"));
        api.get(base + "&tags=team:ship:eu").then().body("id", contains(environment + "-c"));
        api.get(base + "&q=" + environment + "-A").then().body("id", contains(environment + "-a"));
        api.get(base + "&q=%25").then().body("id", empty());
        api.get(base + "&status=pending").then().body("id", hasSize(3));
        api.get(base + "&status=RUNNING").then().body("id", empty());
        api.get(base + "&kind=kafka").then().body("id", hasSize(3));
        api.get(base + "&tags=team:nobody").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void whatACallerMayNotSeeIsNotThere() {
        String environment = Api.name("seen");
        create(environment + "-a", environment, Map.of("team", "pay"));
        create(environment + "-b", environment, Map.of("team", "ship"));
        create(environment + "-c", environment + "x", Map.of("team", "pay"));
        String mine = "/clusters?q=" + environment;
        Api byEnvironment = Api.as("eve", new Grant(Role.VIEWER, environment, null, null));
        byEnvironment.get(mine).then().body("id", contains(environment + "-a", environment + "-b"));
        Api byTag = Api.as("tom", new Grant(Role.VIEWER, null, "team=pay", null));
        byTag.get(mine).then().body("id", contains(environment + "-a", environment + "-c"));
        Api byCluster = Api.as("cid", new Grant(Role.VIEWER, null, null, environment + "-b"));
        byCluster.get(mine).then().body("id", contains(environment + "-b"));
        byCluster
                .get("/clusters?page_size=1&q=" + environment)
                .then()
                .header("Link", equalTo(null));
        byCluster.get("/clusters/" + environment + "-b").then().statusCode(200);
        byCluster
                .get("/clusters/" + environment + "-a")
                .then()
                .statusCode(404)
                .body("near", not(hasItem(environment + "-a")))
                .body("near", hasItem(environment + "-b"));
        byCluster.post("/clusters/" + environment + "-b/stop").then().statusCode(403);
    }

    @Test
    void anAnswerSaysWhatItsReaderMayDoToEachCluster() {
        String environment = Api.name("given");
        create(environment + "-a", environment, Map.of());
        create(environment + "-b", environment, Map.of());
        Api mixed =
                Api.as(
                        "mia",
                        new Grant(Role.VIEWER, environment, null, null),
                        new Grant(Role.OPERATOR, null, null, environment + "-b"));
        var listed = mixed.get("/clusters?environment=" + environment).jsonPath();
        assertThat(listed.getList("[0].privileges", String.class))
                .contains("CLUSTER_VIEW", "EVENT_VIEW")
                .doesNotContain("CLUSTER_STOP", "TOPIC_VIEW", "TEMPLATE_VIEW");
        assertThat(listed.getList("[1].privileges", String.class))
                .contains("CLUSTER_STOP", "CLUSTER_TEST")
                .doesNotContain("TOPIC_DELETE", "LIMIT_VIEW");
        for (String id : List.of(environment + "-a", environment + "-b")) {
            assertThat(mixed.get("/clusters/" + id).jsonPath().getList("privileges"))
                    .isEqualTo(listed.getList("find { it.id == '" + id + "' }.privileges"));
        }
        mixed.post("/clusters/" + environment + "-b/stop")
                .then()
                .statusCode(202)
                .body("privileges", equalTo(null));
    }

    @Test
    void aHiddenClusterAndOneThatDoesNotExistAreAnsweredAlike() {
        String id = Api.name("hidden");
        create(id, "secret", Map.of());
        Api stranger = Api.as("sam", new Grant(Role.OPERATOR, "elsewhere", null, null));
        for (String wanted : List.of(id, "no-such-" + id)) {
            String told = wanted.equals(id) ? "true" : null;
            stranger.get("/clusters/" + wanted)
                    .then()
                    .statusCode(404)
                    .header(Problems.HIDES_HEADER, told)
                    .body("detail", equalTo("There is no cluster '" + wanted + "'."));
            stranger.delete("/clusters/" + wanted)
                    .then()
                    .statusCode(404)
                    .header(Problems.HIDES_HEADER, told)
                    .body("detail", equalTo("There is no cluster '" + wanted + "'."));
        }
    }

    @Test
    void aCallerCreatesAndMovesClustersOnlyWithinItsGrants() {
        String environment = Api.name("own");
        Api operator = Api.as("olga", new Grant(Role.OPERATOR, environment, null, null));
        operator.post("/clusters", Map.of("name", environment + "-no", "environment", "prod"))
                .then()
                .statusCode(403)
                .body("detail", containsString("prod"));
        operator.post("/clusters", Map.of("name", environment + "-yes", "environment", environment))
                .then()
                .statusCode(201)
                .body("created_by", equalTo("olga"));
        operator.put("/clusters/" + environment + "-yes", "\"1\"", Map.of("environment", "prod"))
                .then()
                .statusCode(403);
        Api viewer = Api.as("vic", Grant.everywhere(Role.VIEWER));
        viewer.post("/clusters", Map.of("name", "x", "environment", "dev")).then().statusCode(403);
        viewer.delete("/clusters/" + environment + "-yes").then().statusCode(403);
    }

    @Test
    void nobodyWithoutATokenIsAnswered() {
        io.restassured.RestAssured.given()
                .get("/api/v1/clusters")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        Api.as("nil").get("/clusters").then().statusCode(403);
    }

    private void create(String id, String environment, Map<String, String> tags) {
        api.post("/clusters", Map.of("name", id, "environment", environment, "tags", tags))
                .then()
                .statusCode(201);
    }
}
