package io.atoll.ops;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.testkit.InternalTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;

/// Requests as the gateway passes them on.
public final class Api {

    public static final String CLUSTERS = "/api/v1/clusters/";

    private Api() {}

    public static RequestSpecification admin() {
        return as(Grant.everywhere(Role.ADMIN));
    }

    public static RequestSpecification as(Grant... grants) {
        return given().header(
                        "Authorization",
                        "Bearer " + InternalTokens.forUser("ada", "ops-service", grants))
                .contentType(ContentType.JSON);
    }

    public static String topics(String cluster) {
        return CLUSTERS + cluster + "/topics";
    }

    /// A running cluster on the shared broker, once the service knows of it.
    public static void running(String cluster) {
        running(cluster, TestClusters.broker());
    }

    public static void running(String cluster, String bootstrap) {
        TestClusters.running(cluster, bootstrap);
        awaitStatus(cluster, 200);
    }

    public static void awaitStatus(String cluster, int status) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () ->
                                admin().get(topics(cluster) + "?fresh=true")
                                        .then()
                                        .statusCode(status));
    }

    public static void topic(String cluster, String name, int partitions) {
        topic(cluster, name, partitions, Map.of());
    }

    public static void topic(
            String cluster, String name, int partitions, Map<String, String> config) {
        admin().body(Map.of("name", name, "partitions", partitions, "config", config))
                .post(topics(cluster))
                .then()
                .statusCode(201);
    }
}
