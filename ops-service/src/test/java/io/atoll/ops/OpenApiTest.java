package io.atoll.ops;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class OpenApiTest {

    @Test
    void theCommittedDocumentIsThatOfTheCode() {
        GoldenFile.assertSame(
                Path.of("../contracts/src/main/resources/openapi/ops.json"),
                RestAssured.given().get("/openapi?format=json").asString());
    }
}
