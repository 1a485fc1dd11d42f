package io.atoll.provisioner;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class OpenApiIT {

    @Test
    void theCommittedDocumentIsThatOfTheCode() {
        GoldenFile.assertSame(
                Path.of("../contracts/src/main/resources/openapi/provisioner.json"),
                RestAssured.given().get("/openapi?format=json").asString());
    }
}
