package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.registry.Api;
import io.atoll.registry.Together;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterRaceIT {

    private final Api api = Api.admin();

    @Test
    void ofTwentyCreationsOfOneNameExactlyOneWins() throws Exception {
        String name = Api.name("race");
        List<Integer> statuses =
                Together.call(
                                20,
                                n ->
                                        api.post(
                                                "/clusters",
                                                Map.of(
                                                        "name",
                                                        name,
                                                        "id",
                                                        name + "-x" + n,
                                                        "environment",
                                                        "dev")))
                        .stream()
                        .map(Response::statusCode)
                        .sorted()
                        .toList();
        assertThat(statuses).hasSize(20).startsWith(201).filteredOn(s -> s == 409).hasSize(19);
        api.get("/clusters?q=" + name).then().body("size()", equalTo(1));
    }

    @Test
    void ofTwentyCreationsOfOneIdExactlyOneWins() throws Exception {
        String id = Api.name("race-id");
        List<Response> answers =
                Together.call(
                        20,
                        n ->
                                api.post(
                                        "/clusters",
                                        Map.of(
                                                "name",
                                                "Race " + id + " " + n,
                                                "id",
                                                id,
                                                "environment",
                                                "dev")));
        assertThat(answers.stream().map(Response::statusCode).sorted().toList())
                .startsWith(201)
                .filteredOn(s -> s == 409)
                .hasSize(19);
    }

    @Test
    void ofTenChangesWithOneETagExactlyOneWins() throws Exception {
        String id = Api.name("race-put");
        api.create(id).then().statusCode(201);
        List<Integer> statuses =
                Together.call(
                                10,
                                n ->
                                        api.put(
                                                "/clusters/" + id,
                                                "\"1\"",
                                                Map.of("description", "change " + n)))
                        .stream()
                        .map(Response::statusCode)
                        .sorted()
                        .toList();
        assertThat(statuses).startsWith(200).filteredOn(s -> s == 412).hasSize(9);
        api.get("/clusters/" + id).then().body("generation", equalTo(2));
    }

    @Test
    void tenStopsAtOnceAreOneStop() throws Exception {
        String id = Api.name("race-stop");
        api.create(id).then().statusCode(201);
        Together.call(10, n -> api.post("/clusters/" + id + "/stop"))
                .forEach(answer -> answer.then().statusCode(202).body("generation", equalTo(2)));
    }

    @Test
    void oneIdempotencyKeyUsedTenTimesAtOnceMakesOneCluster() throws Exception {
        String name = Api.name("race-key");
        List<Response> answers =
                Together.call(
                        10,
                        n ->
                                api.request()
                                        .header("Idempotency-Key", name)
                                        .body(Map.of("name", name, "environment", "dev"))
                                        .post("/api/v1/clusters"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    }
}
