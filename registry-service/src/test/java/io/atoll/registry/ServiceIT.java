package io.atoll.registry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The doors that every service has. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ServiceIT {

    @Test
    void theCommittedDocumentIsTheOneServed() {
        String served =
                RestAssured.get("/openapi?format=json").then().statusCode(200).extract().asString();
        GoldenFile.assertSame(
                Path.of("../contracts/src/main/resources/openapi/registry.json"),
                served.endsWith("\n") ? served : served + "\n");
    }

    @Test
    void itIsAliveReadyAndMeasured() {
        RestAssured.get("/health/live").then().statusCode(200).body("status", equalTo("UP"));
        RestAssured.get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        RestAssured.get("/metrics").then().statusCode(200).body(containsString("atoll_clusters{"));
    }
}
