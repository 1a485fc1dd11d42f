package io.atoll.registry.defaultcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.kit.problem.Problems;
import io.atoll.registry.Api;
import io.atoll.registry.ControlKafka;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** In order: there is one default cluster for all. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DefaultClusterIT {
    private static final String PATH = "/default-cluster";

    private final Api api = Api.admin();

    @Test
    @Order(1)
    void at_first_there_is_none() {
        api.get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("cluster_id", nullValue())
                .body("chosen", equalTo(false));
    }

    @Test
    @Order(2)
    void a_cluster_of_the_id_default_is_it_without_a_choice() {
        api.post("/clusters", Map.of("name", "Main one", "id", "default", "environment", "dev"))
                .then()
                .statusCode(201);
        api.get(PATH)
                .then()
                .body("cluster_id", equalTo("default"))
                .body("name", equalTo("Main one"))
                .body("chosen", equalTo(false));
    }

    @Test
    @Order(3)
    void another_is_chosen_once_by_who_has_seen_the_last_choice() throws Exception {
        String id = Api.name("chosen");
        api.create(id).then().statusCode(201);
        var wish = Map.of("cluster_id", id);
        api.request().body(wish).put("/api/v1" + PATH).then().statusCode(428);
        api.request()
                .header("If-Match", "\"1\"")
                .body(wish)
                .put("/api/v1" + PATH + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("make_default"))
                .body("changes[0].before", equalTo("default"))
                .body("changes[0].after", equalTo(id));
        api.put(PATH, "\"1\"", wish)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("cluster_id", equalTo(id))
                .body("chosen", equalTo(true));
        api.put(PATH, "\"1\"", Map.of("cluster_id", "default")).then().statusCode(412);
        api.put(PATH, "\"2\"", wish).then().statusCode(200).header("ETag", "\"2\"");
        assertThat(ControlKafka.await(Topics.EVENTS, id, 2))
                .anySatisfy(e -> assertThat(e.value()).contains("is the default cluster now"));
        assertThat(ControlKafka.await(Topics.AUDIT, "default-cluster", 1).getFirst().value())
                .contains("\"action\":\"default-cluster.choose\"")
                .contains("\"before\":{\"cluster_id\":\"default\"")
                .contains("\"after\":{\"cluster_id\":\"" + id + "\"");
    }

    @Test
    @Order(4)
    void who_may_not_change_the_cluster_may_not_choose_it_and_who_may_not_see_it_sees_none() {
        var wish = Map.of("cluster_id", "default");
        Api.as("vera", Grant.everywhere(Role.VIEWER))
                .put(PATH, "\"2\"", wish)
                .then()
                .statusCode(403);
        Api other = Api.as("otto", new Grant(Role.OPERATOR, null, null, "another"));
        other.put(PATH, "\"2\"", wish).then().statusCode(404).header(Problems.HIDES_HEADER, "true");
        other.get(PATH).then().statusCode(200).body("cluster_id", nullValue());
        api.put(PATH, "\"2\"", Map.of("cluster_id", "nowhere"))
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, nullValue());
        api.put(PATH, "\"2\"", Map.of()).then().statusCode(400);
    }

    @Test
    @Order(5)
    void a_cluster_that_is_being_deleted_is_no_default() {
        String id = api.get(PATH).path("cluster_id");
        api.delete("/clusters/" + id + "?force=true").then().statusCode(202);
        api.get(PATH).then().body("cluster_id", nullValue());
        api.put(PATH, "\"2\"", Map.of("cluster_id", "default"))
                .then()
                .statusCode(200)
                .body("cluster_id", equalTo("default"));
    }
}
