package io.atoll.registry.setting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that loads or opens something is refused at each door by which settings come in. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ForbiddenSettingIT {

    private static final Api ADA = Api.admin();
    private static final String CLUSTER = "/kafka_config/custom_properties/";
    private static final String TEMPLATE = "/default_kafka_config/custom_properties/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorizer.class.name",
                "remote.log.storage.manager.class.path",
                "ssl.keystore.location",
                "listener.name.client.sasl.jaas.config",
                "log.dirs"
            })
    void it_comes_in_by_no_door(String name) {
        var config = Map.of("custom_properties", Map.of(name, "x"));
        String cluster = Api.name("plain");
        ADA.create(cluster).then().statusCode(201);
        String template = Api.name("own");
        ADA.post("/templates", Map.of("name", template)).then().statusCode(201);
        for (var query : List.of("", "?dry_run=true")) {
            refused(ADA.post("/clusters" + query, of(Api.name("no"), config)), CLUSTER + name);
            refused(ADA.post("/clusters" + query, imported(config)), CLUSTER + name);
            refused(
                    ADA.put("/clusters/" + cluster + query, "*", Map.of("kafka_config", config)),
                    CLUSTER + name);
        }
        refused(
                ADA.post(
                        "/templates",
                        Map.of("name", Api.name("no"), "default_kafka_config", config)),
                TEMPLATE + name);
        refused(
                ADA.put(
                        "/templates/" + template,
                        "*",
                        Map.of("name", template, "default_kafka_config", config)),
                TEMPLATE + name);
        ADA.get("/clusters/" + cluster).then().body("generation", equalTo(1));
        ADA.get("/templates/" + template).then().body("version", equalTo(1));
    }

    private static Map<String, Object> of(String name, Map<String, ?> config) {
        return new HashMap<>(Map.of("name", name, "environment", "dev", "kafka_config", config));
    }

    /** As the gateway asks for what stands in the file of a Local Kafka Manager. */
    private static Map<String, Object> imported(Map<String, ?> config) {
        var request = of(Api.name("default"), config);
        request.put("description", "Taken over from a Local Kafka Manager");
        request.put("ports", Map.of("kafka_port", 9092));
        return request;
    }

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }
}
