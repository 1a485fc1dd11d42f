package io.atoll.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.GoldenFile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class OpenApiIT {
    private static final Path STATIC = Path.of("../web-ui/src/main/resources/static");

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
    void the_status_of_a_good_answer_is_the_one_that_comes() {
        JsonPath document = given().get("/openapi").jsonPath();
        Map.of(
                        "'/api/v1/users'.post", "201",
                        "'/api/v1/api-keys'.post", "201",
                        "'/api/v1/auth/logout'.post", "204",
                        "'/api/v1/auth/providers/oidc/logout'.post", "200",
                        "'/session'.post", "303",
                        "'/session/end'.post", "303",
                        "'/session/oidc'.get", "303",
                        "'/session/oidc/callback'.get", "303",
                        "'/topics'.post", "201",
                        "'/api/v1/users/{name}/grants'.get", "200")
                .forEach(
                        (operation, status) ->
                                assertThat(document.getMap("paths." + operation + ".responses"))
                                        .as(operation)
                                        .containsKey(status)
                                        .doesNotContainKeys(others(status)));
    }

    private static String[] others(String status) {
        return Stream.of("200", "201", "204", "303")
                .filter(s -> !s.equals(status))
                .toArray(String[]::new);
    }

    @Test
    void the_page_of_the_api_shows_that_document_without_a_script_in_it() {
        var answer = given().get("/swagger-ui/").then().statusCode(200).extract();
        assertThat(answer.asString()).contains("/swagger-ui/start.js").doesNotContain("<script>");
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(given().get("/swagger-ui/start.js").asString()).contains("'/openapi'");
    }

    @Test
    void every_file_that_the_page_of_the_api_asks_for_is_there() {
        String page = given().get("/swagger-ui/").asString();
        List<String> files = found("(?:href|src)=\"([^\"]+)\"", page);
        // Without one that is named a browser asks for /favicon.ico.
        assertThat(page).contains("<link rel=\"icon\"");
        assertThat(files).hasSizeGreaterThan(3);
        for (String file : files) {
            Response answer = given().get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            if (file.startsWith("/static/0/")) {
                assertThat(answer.header("X-Echo")).isEqualTo("web-ui");
                assertThat(STATIC.resolve(file.substring("/static/0/".length()))).exists();
            } else {
                assertThat(answer.header("X-Echo")).as(file).isNull();
                for (String map : found("sourceMappingURL=([^\\s*]+)", answer.asString())) {
                    given().get("/swagger-ui/" + map).then().statusCode(200);
                }
            }
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
    }
}
