package io.atoll.registry.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of the request to create, given wrongly: where and how it is refused. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ClusterBadInputIT {

    private final Api api = Api.admin();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                               | 400 | /environment
                    {"name": "bad"}                                                  | 400 | /environment
                    {"environment": "dev"}                                           | 400 | /name
                    {"name": "", "environment": "dev"}                               | 400 | /name
                    {"name": " bad", "environment": "dev"}                           | 400 | /name
                    {"name": "ba\\u0000d", "environment": "dev"}                     | 400 | /name
                    {"name": "ba\\u202ed", "environment": "dev"}                     | 422 | /name
                    {"name": "../etc", "environment": "dev"}                         | 422 | /name
                    {"name": "日本", "environment": "dev"}                            | 422 | /id
                    {"name": 5, "environment": ["dev"]}                              | 400 | /environment
                    {"name": "bad", "id": "../x", "environment": "dev"}              | 400 | /id
                    {"name": "bad", "id": "Bad", "environment": "dev"}               | 400 | /id
                    {"name": "bad", "environment": "Dev Env"}                        | 400 | /environment
                    {"name": "bad", "environment": "dev", "kind": "redis"}           | 422 | /kind
                    {"name": "bad", "environment": "dev", "runtime": "lambda"}       | 422 | /runtime
                    {"name": "bad", "environment": "dev", "template_id": "produktion"} | 422 | /template_id
                    {"name": "bad", "environment": "dev", "template_id": "a/b"}      | 400 | /template_id
                    {"name": "bad", "environment": "dev", "brokers": 2}              | 422 | /brokers
                    {"name": "bad", "environment": "dev", "brokers": 0}              | 422 | /brokers
                    {"name": "bad", "environment": "dev", "brokers": "many"}         | 400 | /brokers
                    {"name": "bad", "environment": "dev", "brokers": 99999999999}    | 400 | /brokers
                    {"name": "bad", "environment": "dev", "colour": "red"}           | 400 | /colour
                    {"name": "bad", "environment": "dev", "description": "a\\u0000"} | 422 | /description
                    {"name": "bad", "environment": "dev", "tags": {"a b": "c"}}      | 400 | /tags
                    {"name": "bad", "environment": "dev", "tags": {"a": "c\\n"}}     | 422 | /tags/a
                    {"name": "bad", "environment": "dev", "tags": "x"}               | 400 | /tags
                    {"name": "bad", "environment": "dev", "kafka_config": {"heap_size": "1024"}}  | 400 | /kafka_config/heap_size
                    {"name": "bad", "environment": "dev", "kafka_config": {"heap_size": "64M"}}   | 422 | /kafka_config/heap_size
                    {"name": "bad", "environment": "dev", "kafka_config": {"log_retention_hours": 0}}  | 422 | /kafka_config/log_retention_hours
                    {"name": "bad", "environment": "dev", "kafka_config": {"log_retention_hours": -2}} | 400 | /kafka_config/log_retention_hours
                    {"name": "bad", "environment": "dev", "kafka_config": {"log_segment_bytes": 5}}    | 400 | /kafka_config/log_segment_bytes
                    {"name": "bad", "environment": "dev", "kafka_config": {"num_partitions": 0}}       | 400 | /kafka_config/num_partitions
                    {"name": "bad", "environment": "dev", "kafka_config": {"default_replication_factor": 3}} | 422 | /kafka_config/default_replication_factor
                    {"name": "bad", "environment": "dev", "kafka_config": {"num_network_threads": 0}}  | 400 | /kafka_config/num_network_threads
                    {"name": "bad", "environment": "dev", "kafka_config": {"num_io_threads": 9999}}    | 400 | /kafka_config/num_io_threads
                    {"name": "bad", "environment": "dev", "kafka_config": {"socket_send_buffer_bytes": 1}} | 400 | /kafka_config/socket_send_buffer_bytes
                    {"name": "bad", "environment": "dev", "kafka_config": {"custom_properties": {"log.retention.byte": "1"}}} | 422 | /kafka_config/custom_properties/log.retention.byte
                    {"name": "bad", "environment": "dev", "kafka_config": {"custom_properties": {"listeners": "x"}}} | 422 | /kafka_config/custom_properties/listeners
                    {"name": "bad", "environment": "dev", "kafka_config": {"custom_properties": {"message.max.bytes": "1\\nlisteners=x"}}} | 422 | /kafka_config/custom_properties/message.max.bytes
                    {"name": "bad", "environment": "dev", "kafka_config": {"custom_properties": {"message.max.bytes": null}}} | 400 | /kafka_config
                    {"name": "bad", "environment": "dev", "kafka_config": {"custom_properties": []}}   | 400 | /kafka_config/custom_properties
                    {"name": "bad", "environment": "dev", "rest_proxy_config": {"heap_size": "1M"}}    | 422 | /rest_proxy_config/heap_size
                    {"name": "bad", "environment": "dev", "ui_config": {"readonly_mode": "maybe"}}     | 400 | /ui_config/readonly_mode
                    {"name": "bad", "environment": "dev", "ports": {"kafka_port": 80}}                 | 400 | /ports/kafka_port
                    {"name": "bad", "environment": "dev", "ports": {"kafka_port": 9000, "ui_port": 9000}} | 422 | /ports/ui_port
                    {"name": "bad", "environment": "dev", "ports": {"kafka_port": 65535}, "brokers": 3}  | 422 | /ports/kafka_port
                    {"name": "bad", "environment": "dev", "retention_policy": {"log_retention_days": 0}} | 400 | /retention_policy/log_retention_days
                    {"name": "bad", "environment": "dev", "auto_start": "perhaps"}                     | 400 | /auto_start
                    """)
    void aWrongFieldIsNamed(String body, int status, String pointer) {
        Response answer = api.post("/clusters", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        List<String> pointers = answer.jsonPath().getList("errors.pointer");
        assertThat(pointers).as(answer.asString()).anyMatch(p -> p.startsWith(pointer));
        assertThat(answer.asString())
                .doesNotContain("Exception", "io.atoll", "No enum", "java.", "org.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [1, 2]   | 400
            {"name": | 400
            nonsense | 400
            null     | 400
            """)
    void whatIsNotARequestIsRefused(String body, int status) {
        api.post("/clusters", body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        List<String> pointers =
                api.post(
                                "/clusters",
                                """
                                {"name": "a/b", "environment": "dev", "template_id": "nope", "brokers": 4,
                                 "kafka_config": {"heap_size": "1M", "custom_properties": {"listeners": "x", "nope": "y"}},
                                 "ports": {"ui_port": 9000, "jmx_port": 9000}}""")
                        .then()
                        .statusCode(422)
                        .body("title", equalTo("Invalid fields"))
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer");
        assertThat(pointers)
                .contains(
                        "/name",
                        "/template_id",
                        "/brokers",
                        "/kafka_config/heap_size",
                        "/kafka_config/custom_properties/listeners",
                        "/kafka_config/custom_properties/nope",
                        "/ports/jmx_port");
    }

    @ParameterizedTest
    @CsvSource({
        "page_size=0,?page_size",
        "page_size=1001,?page_size",
        "page_size=x,?page_size",
        "page_token=zzz,?page_token",
        "status=SLEEPING,?status",
        "kind=redis,?kind",
        "tags=nocolon,?tags",
        "q=a%00b,?q",
        "environment=a%0ab,?environment"
    })
    void wrongParametersOfTheListAreNamed(String query, String pointer) {
        api.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/clusters?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aChangeOfTheNumberOfBrokersThatWouldLoseDataIsRefused() {
        String id = Api.name("brokers");
        api.create(id).then().statusCode(201);
        api.put("/clusters/" + id, "\"1\"", "{\"brokers\": 3}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/brokers"));
        api.put(
                        "/clusters/" + id,
                        "\"1\"",
                        "{\"kafka_config\": {\"custom_properties\": {\"listeners\": \"x\"}}}")
                .then()
                .statusCode(422);
        api.put("/clusters/" + id, "\"1\"", "{\"kind\": \"kafka\"}").then().statusCode(400);
    }
}
