package io.atoll.ops.connection;

import static io.atoll.ops.Api.admin;
import static io.atoll.ops.Api.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.atoll.contracts.Topics;
import io.atoll.contracts.status.Phase;
import io.atoll.ops.Api;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.PausableProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What one cluster does must cost the others nothing, and a caller is told which of the states a
/// cluster is in: empty, stopped, starting, not answering, stale.
@QuarkusTest
@WithTestResource(AtollStack.class)
class ConnectionIsolationIT {

    @Test
    void aBlackHoledClusterCostsTheOthersNothing() throws Exception {
        Api.running("healthy");
        try (var hole = PausableProxy.to(TestClusters.broker());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            hole.pause();
            TestClusters.running("hole", hole.address());
            awaitKnown("hole");
            for (int i = 0; i < 60; i++) {
                callers.submit(() -> admin().get(topics("hole") + "?fresh=true").statusCode());
            }
            var times = new ArrayList<Duration>();
            for (int i = 0; i < 31; i++) {
                var begun = System.nanoTime();
                admin().get(topics("healthy") + "?fresh=true").then().statusCode(200);
                times.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            // Behind the hole each would wait for its time-out.
            times.sort(null);
            assertThat(times.get(15)).isLessThan(Duration.ofSeconds(2));
            admin().get(topics("hole"))
                    .then()
                    .statusCode(503)
                    .contentType(startsWith("application/problem+json"))
                    .body("detail", containsString("does not answer"));
        }
    }

    @Test
    void aDeadClusterIsToldAsSuchAndUsedAgainWhenItIsBack() throws Exception {
        var broker = TestClusters.start("mortal");
        var address = broker.bootstrap();
        Api.running("mortal", address);
        Api.topic("mortal", "kept", 1);
        admin().get(topics("mortal")).then().body("name", hasItem("kept"));
        broker.close();

        admin().get(topics("mortal") + "/kept").then().statusCode(503);
        admin().get(topics("mortal") + "?fresh=true").then().statusCode(503);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                admin().get(topics("mortal"))
                                        .then()
                                        .statusCode(200)
                                        .header("X-Data-State", "stale")
                                        .header("X-Data-Reason", containsString("does not answer"))
                                        .body("name", hasItem("kept")));
        admin().get("/metrics")
                .then()
                .body(containsString("atoll_connection_state{cluster=\"mortal\"} -1.0"));

        try (var back = TestClusters.start("mortal")) {
            assertThat(back.bootstrap()).isEqualTo(address);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> admin().get(topics("mortal") + "/kept").then().statusCode(200));
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () ->
                                    admin().get(topics("mortal"))
                                            .then()
                                            .header("X-Data-State", "current"));
        }
    }

    @Test
    void aStoppedClusterIsToldAsStoppedAndWorksOnceItIsStarted() {
        Api.running("stopping");
        admin().get(topics("stopping")).then().statusCode(200);
        TestClusters.announce("stopping", "test", Map.of(), false, Phase.STOPPED, null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(ConnectionIsolationIT::stoppingIsToldAsStopped);
        Api.running("stopping");
    }

    /// Between the wish to stop and the status it is told as being stopped.
    private static void stoppingIsToldAsStopped() {
        admin().get(topics("stopping"))
                .then()
                .statusCode(503)
                .body("detail", equalTo("Cluster 'stopping' is stopped. Start it to use it."));
    }

    @Test
    void aStartingClusterSaysWhatItWaitsFor() {
        TestClusters.announce("starting", "test", Map.of(), true, Phase.CREATING, null);
        Api.awaitStatus("starting", 503);
        admin().get(topics("starting"))
                .then()
                .body(
                        "detail",
                        containsString("is still starting. Broker 1 has not answered yet."));
    }

    @Test
    void aForgottenClusterIsUnknown() {
        Api.running("forgotten");
        TestClusters.forget("forgotten");
        Api.awaitStatus("forgotten", 404);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheRestGoesOn() {
        TestClusters.raw(Topics.CLUSTERS_DESIRED, "poison", "{not json");
        TestClusters.raw(Topics.CLUSTERS_STATUS, "poison", "[]");
        TestClusters.raw(Topics.CLUSTERS_DESIRED, "half", "{\"id\":\"half\",\"tags\":{}}");
        TestClusters.desired("half", "test", Map.of(), true);
        TestClusters.raw(
                Topics.CLUSTERS_STATUS,
                "half",
                "{\"id\":\"half\",\"status\":{\"conditions\":[],\"endpoints\":{},\"nodes\":[]}}");
        Api.running("after-poison");
        RestAssured.given()
                .get("/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("clusters-known"));
    }

    @Test
    void anAddressThatCannotBeResolvedIsToldAsNotAnswering() {
        TestClusters.running("nowhere", "no-such-host.invalid:9092");
        awaitKnown("nowhere");
        admin().get(topics("nowhere"))
                .then()
                .statusCode(503)
                .body("detail", containsString("does not answer"));
    }

    private static void awaitKnown(String cluster) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin().delete(topics(cluster) + "/__x").statusCode() != 404);
    }
}
