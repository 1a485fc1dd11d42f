package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that something would run if it took them for its own come back letter by letter. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class HostileTextIT {

    private final Api api = Api.admin();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{config:quarkus.datasource.password}",
                "{inject:engine}{cdi:engine}",
                "${7*7}#{7*7}{{7*7}}",
                "${quarkus.http.port:x}${env:HOME}${jndi:ldap://127.0.0.1/a}",
                "<script>alert(1)</script>\"' onload='alert(1)'",
                "%s%n%1$x {0} {1}",
                "'; drop table cluster; --",
                "=cmd|' -C calc'!A0"
            })
    void aClusterAndATemplateHaveTheTextsThatTheyWereGiven(String text) {
        String id = Api.name("hostile");
        String name = id + " ${7*7}{config:x}<b>";
        api.post("/clusters", cluster(id, name, text))
                .then()
                .statusCode(201)
                .body("description", equalTo(text));
        api.get("/clusters/" + id)
                .then()
                .body("name", equalTo(name))
                .body("description", equalTo(text));
        api.post("/templates", Map.of("name", id, "description", text)).then().statusCode(201);
        api.get("/templates/" + id).then().body("description", equalTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "{config:quarkus.http.port}", "#{7*7}"})
    void aRefusalEvaluatesNothing(String text) {
        var settings = Map.of("custom_properties", Map.of(text, text));
        for (Map<String, ?> wrong : List.of(Map.of("id", text), Map.of("kafka_config", settings))) {
            var request = new HashMap<String, Object>(wrong);
            request.put("name", Api.name("hostile"));
            request.put("environment", "dev");
            var refused = api.post("/clusters", request);
            assertThat(refused.statusCode()).isBetween(400, 422);
            assertThat(refused.<Object>path("errors").toString())
                    .doesNotContain("49", "8080", "127.0.0.1");
        }
    }

    private static Map<String, String> cluster(String id, String name, String description) {
        return Map.of("id", id, "name", name, "environment", "dev", "description", description);
    }
}
