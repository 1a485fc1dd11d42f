package io.atoll.gateway.legacy.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.contracts.cluster.SingleClusterImport.Format;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import io.atoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TakeoverFactoryTest {
    private static final Path FILES = Path.of("src/test/resources/takeover");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    @ParameterizedTest
    @EnumSource(Format.class)
    void each_kind_of_file_becomes_a_request_and_a_list_of_what_is_left_out(Format format)
            throws IOException {
        var text = Files.readString(FILES.resolve("manager." + format.wire()));
        var takeover = new TakeoverFactory(8080).of(new SingleClusterImport(format, text, null));
        GoldenFile.assertSame(
                FILES.resolve("of-" + format.wire() + ".json"),
                JSON.writeValueAsString(takeover) + "\n");
    }

    /** The registry refuses those that load or open something, as it does in any request. */
    @Test
    void a_setting_of_the_broker_goes_to_the_registry_under_its_own_name() {
        var text = "services: {kafka: {environment: {KAFKA_AUTHORIZER_CLASS_NAME: x.Y}}}";
        var takeover =
                new TakeoverFactory(8080).of(new SingleClusterImport(Format.COMPOSE, text, null));
        assertThat(takeover.request().kafkaConfig().customProperties())
                .containsEntry("authorizer.class.name", "x.Y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENV  | FOO=1                         | FOO is not a setting",
                "ENV  | LKM_KAFKA__BROKER_PROT=1      | did you mean kafka.broker_port?",
                "ENV  | KAFKA_PORT=many               | is 'many', which is not a whole number",
                "ENV  | KAFKA_HEAP_OPTS=-Xms1G        | has no -Xmx",
                "ENV  | # nothing                     | has no settings",
                "ENV  | just words                    | line 1 is not NAME=value",
                "YAML | kafka: {colour: red}          | kafka.colour is not a setting",
                "YAML | 'kafka: {default_topic_configs: {flush.ms: 1}}' | has no broker setting",
                "YAML | '- a'                         | has no settings at its top",
                "YAML | 'a: [b'                       | is not YAML",
                "COMPOSE | 'services: {zookeeper: {image: x}}' | services.zookeeper.image is not",
                "COMPOSE | 'services: {kafka: {ports: [\"1:2\"]}}' | services.kafka.ports 1:2 is not"
            })
    void what_nobody_knows_is_refused_by_its_name(Format format, String text, String detail) {
        var refused =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                new TakeoverFactory(8080)
                                        .of(new SingleClusterImport(format, text, null)));
        assertThat(refused.errors())
                .extracting(FieldError::detail)
                .singleElement()
                .asString()
                .contains(detail);
    }
}
