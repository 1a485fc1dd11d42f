package io.atoll.provisioner.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.atoll.provisioner.kind.PortWish;
import io.atoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFactoryTest {

    private static final Map<String, Integer> HELD =
            Map.of("broker-1.client", 9000, "broker-1.controller", 9001);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-broker",
                "three-brokers",
                "five-brokers",
                "custom-settings",
                "companions"
            })
    void a_wish_gives_this_file(String folder) throws IOException {
        var wish = ComposeSamples.wish(folder);
        GoldenFile.assertSame(
                Path.of("src/test/resources/compose", folder + ".yaml"),
                ComposeSamples.file(wish, Map.of()));
    }

    @Test
    void the_ports_that_the_cluster_holds_are_the_defaults_of_the_file() throws IOException {
        var broker = broker(ComposeSamples.file(ComposeSamples.wish("one-broker"), HELD));
        assertThat(broker.at("/ports/0").asText())
                .isEqualTo("${KAFKA_BIND:-127.0.0.1}:${BROKER_1_PORT:-9000}:9092");
        assertThat(broker.at("/environment/KAFKA_ADVERTISED_LISTENERS").asText())
                .endsWith("EXTERNAL://${KAFKA_HOST:-127.0.0.1}:${BROKER_1_PORT:-9000}");
    }

    @Test
    void no_value_of_a_person_becomes_a_variable_of_the_file() {
        var ports = new ComposePorts(Map.of("broker-1.client", 9000));
        assertThat(ports.inValue("KAFKA_SASL_X", "a$HOME${PATH}")).isEqualTo("a$$HOME$${PATH}");
    }

    @Test
    void jmx_has_one_port_on_both_sides() {
        var ports = new ComposePorts(Map.of("broker-1.client", 9000, "broker-1.jmx", 9010));
        assertThat(ports.published(Map.of(9000, 9092, 9010, 9010)))
                .containsExactly(
                        "${KAFKA_BIND:-127.0.0.1}:${BROKER_1_PORT:-9000}:9092",
                        "${KAFKA_BIND:-127.0.0.1}:${BROKER_1_JMX_PORT:-9010}:${BROKER_1_JMX_PORT:-9010}");
        assertThat(ports.inValue("KAFKA_OPTS", "-Dx.port=9010 -Dx.rmi.port=9010 -Dy=90101"))
                .isEqualTo(
                        "-Dx.port=${BROKER_1_JMX_PORT:-9010} -Dx.rmi.port=${BROKER_1_JMX_PORT:-9010} -Dy=90101");
    }

    @Test
    void ports_are_those_held_then_those_asked_for_then_free_ones() {
        var wishes =
                List.of(
                        new PortWish("broker-1.client", 9500, PortWish.Audience.CLIENTS),
                        new PortWish("broker-2.client", 9501, PortWish.Audience.CLIENTS),
                        new PortWish("ui.http", null, PortWish.Audience.CLIENTS));
        assertThat(ExportPorts.of(wishes, Map.of("broker-1.client", 9000)))
                .isEqualTo(
                        Map.of("broker-1.client", 9000, "broker-2.client", 9501, "ui.http", 9092));
    }

    private static JsonNode broker(String text) throws IOException {
        return new YAMLMapper().readTree(text).at("/services/broker-1");
    }
}
