package io.atoll.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class OpenApiIT {

    @Test
    void the_committed_document_is_that_of_the_code() {
        GoldenFile.assertSame(
                Path.of("../contracts/src/main/resources/openapi/gateway.json"),
                given().get("/openapi/gateway?format=json").asString());
    }

    @Test
    void one_document_holds_the_routes_of_all_services() {
        JsonPath document = given().get("/openapi").then().statusCode(200).extract().jsonPath();
        Map<String, Object> paths = document.getMap("paths");
        assertThat(paths)
                .containsKeys(
                        "/api/v1/auth/login", "/api/v1/events", "/api/v1/clusters/{id}/topics");
        assertThat(document.getMap("components.securitySchemes"))
                .containsOnlyKeys("bearer", "session", "key");
        assertThat(document.getString("servers[0].url")).isEqualTo("/");
    }

    @Test
    void the_page_of_the_api_shows_that_document_without_a_script_in_it() {
        var answer = given().get("/swagger-ui/").then().statusCode(200).extract();
        assertThat(answer.asString()).contains("/swagger-ui/start.js").doesNotContain("<script>");
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(given().get("/swagger-ui/start.js").asString()).contains("'/openapi'");
        given().get("/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    }
}
