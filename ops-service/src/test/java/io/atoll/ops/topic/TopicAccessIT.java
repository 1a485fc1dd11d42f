package io.atoll.ops.topic;

import static io.atoll.ops.Api.topics;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.problem.Problems;
import io.atoll.ops.Api;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what: every route against every kind of grant, on a cluster of environment prod with
/// the tag team=blue.
@QuarkusTest
@WithTestResource(AtollStack.class)
class TopicAccessIT {

    private static final String CLUSTER = "access-it";

    @BeforeEach
    void cluster() {
        TestClusters.announce(
                CLUSTER,
                "prod",
                Map.of("team", "blue"),
                true,
                Phase.RUNNING,
                TestClusters.broker());
        Api.awaitStatus(CLUSTER, 200);
        Api.admin().body("{\"name\":\"kept\"}").post(topics(CLUSTER));
    }

    @ParameterizedTest
    @CsvSource({
        // role, limit, list, create, configure, delete, produce, consume
        "VIEWER,everywhere,200,403,403,403,403,403",
        "DEVELOPER,everywhere,200,200,403,403,404,404",
        "OPERATOR,everywhere,200,200,404,404,404,404",
        "ADMIN,everywhere,200,200,404,404,404,404",
        "DEVELOPER,environment:prod,200,200,403,403,404,404",
        "DEVELOPER,tag:team=blue,200,200,403,403,404,404",
        "DEVELOPER,cluster:access-it,200,200,403,403,404,404",
        "ADMIN,environment:test,404,404,404,404,404,404",
        "ADMIN,tag:team=red,404,404,404,404,404,404",
        "ADMIN,cluster:other,404,404,404,404,404,404",
    })
    void aGrantReachesExactlyItsClusters(
            Role role,
            String limit,
            int list,
            int create,
            int configure,
            int delete,
            int produce,
            int consume) {
        var path = topics(CLUSTER);
        var cluster = Api.CLUSTERS + CLUSTER;
        as(role, limit).get(path).then().statusCode(list);
        as(role, limit)
                .body("{\"name\":\"new\"}")
                .post(path + "?dry_run=true")
                .then()
                .statusCode(create);
        as(role, limit)
                .body("{\"config\":{}}")
                .put(path + "/missing/config?dry_run=true")
                .then()
                .statusCode(configure);
        as(role, limit).delete(path + "/missing").then().statusCode(delete);
        as(role, limit)
                .body("{\"topic\":\"missing\",\"records\":[{\"value\":\"x\"}]}")
                .post(cluster + "/produce")
                .then()
                .statusCode(produce);
        as(role, limit).get(cluster + "/consume?topic=missing").then().statusCode(consume);
    }

    @Test
    void theGatewayIsToldOfA404WhetherItHidesSomething() {
        var stranger = new Grant(Role.ADMIN, null, null, "elsewhere");
        Api.as(stranger)
                .get(topics(CLUSTER))
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, "true");
        Api.as(stranger)
                .get(topics("no-such-cluster"))
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, nullValue());
        Api.admin()
                .get(topics(CLUSTER) + "/no-such-topic")
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, nullValue());
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        RestAssured.given().get(topics(CLUSTER)).then().statusCode(401);
    }

    @Test
    void aGrantForNamesShowsAndChangesThoseNamesOnly() {
        var path = topics(CLUSTER);
        Api.admin().body("{\"name\":\"orders-eu\"}").post(path);
        var orders = new NamePattern(Permission.Resource.TOPIC, "orders-*");
        var operator = Role.OPERATOR.permissions();
        var grant = new Grant("own", operator, null, null, CLUSTER, orders);
        Api.as(grant)
                .get(path)
                .then()
                .statusCode(200)
                .body("name", hasItem("orders-eu"))
                .body("name", not(hasItem("kept")))
                .body("find { it.name == 'orders-eu' }.privileges", hasItem("TOPIC_DELETE"));
        Api.as(grant).get(path + "/orders-eu").then().statusCode(200);
        Api.as(grant)
                .get(path + "/kept")
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, "true")
                .body("near", nullValue());
        Api.as(grant)
                .get(path + "/orders-eX")
                .then()
                .statusCode(404)
                .body("near", hasItem("orders-eu"));
        Api.as(grant).delete(path + "/kept?dry_run=true").then().statusCode(404);
        Api.as(grant).body("{\"name\":\"other\"}").post(path).then().statusCode(403);
        Api.as(grant)
                .body("{\"topic\":\"kept\",\"records\":[{\"value\":1}]}")
                .post(Api.CLUSTERS + CLUSTER + "/produce")
                .then()
                .statusCode(404);
        Api.as(grant).get(Api.CLUSTERS + CLUSTER + "/consume?topic=kept").then().statusCode(404);
        Api.as(grant)
                .get(Api.CLUSTERS + CLUSTER + "/consume?topic=orders-eu&timeout_ms=100")
                .then()
                .statusCode(200);
    }

    @Test
    void aClusterThatMayNotBeSeenIsAnsweredAsOneThatIsNotThere() {
        Response hidden = as(Role.ADMIN, "cluster:other").get(topics(CLUSTER));
        hidden.then().statusCode(404).body("near", nullValue());
        Api.admin().get(topics("acces-it")).then().statusCode(404).body("near", hasItem(CLUSTER));
        as(Role.ADMIN, "environment:test")
                .get(topics("acces-it"))
                .then()
                .statusCode(404)
                .body("near", not(hasItem(CLUSTER)));
    }

    private static RequestSpecification as(Role role, String limit) {
        var parts = limit.split(":", 2);
        return Api.as(
                switch (parts[0]) {
                    case "environment" -> new Grant(role, parts[1], null, null);
                    case "tag" -> new Grant(role, null, parts[1], null);
                    case "cluster" -> new Grant(role, null, null, parts[1]);
                    default -> Grant.everywhere(role);
                });
    }
}
