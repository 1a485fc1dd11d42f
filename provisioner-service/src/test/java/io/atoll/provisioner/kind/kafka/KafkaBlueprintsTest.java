package io.atoll.provisioner.kind.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Program;
import io.atoll.provisioner.runtime.Place;
import io.atoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each folder of blueprints holds a wish and the settings of every node that it leads to. */
class KafkaBlueprintsTest {

    private static final Path FOLDERS = Path.of("src/test/resources/blueprints");
    private static final Place CONTAINERS =
            new Place.Containers(
                    "127.0.0.1", false, 2, new Place.Images("kafka:1", "rest:1", "ui:1"));

    @ParameterizedTest
    @ValueSource(strings = {"one-broker", "three-brokers", "five-brokers", "custom-settings"})
    void aSpecGivesTheseBytes(String folder) throws IOException {
        var blueprint = blueprint(folder, new Place.Machine());

        var text = new StringBuilder();
        blueprint.nodes().forEach(node -> text.append(onTheMachine(node)));
        GoldenFile.assertSame(
                FOLDERS.resolve(folder).resolve("out-blueprint.properties"), text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-broker",
                "three-brokers",
                "five-brokers",
                "custom-settings",
                "companions"
            })
    void inContainersASpecGivesTheseVariables(String folder) throws IOException {
        var blueprint = blueprint(folder, CONTAINERS);

        var text = new StringBuilder();
        text.append("# ").append(new KafkaKind().endpoints(blueprint)).append("\n");
        blueprint.nodes().forEach(node -> text.append(inAContainer(node)));
        GoldenFile.assertSame(
                FOLDERS.resolve(folder).resolve("out-containers.properties"), text.toString());
    }

    @Test
    void noSettingBecomesAFlagOfTheJvm() {
        var spoilt =
                KafkaEnvironment.of(
                        new TreeMap<>(
                                Map.of(
                                        "opts",
                                        "-javaagent:x",
                                        "heap.opts",
                                        "-Xmx9g",
                                        "a b",
                                        "x",
                                        "log4j.root.loglevel",
                                        "x",
                                        "log.retention.ms",
                                        "5")));

        assertThat(spoilt).containsOnlyKeys("KAFKA_LOG_RETENTION_MS");
    }

    @Test
    void namesOfContainersAreNamesOnTheNetworkHoweverLongTheId() {
        var longOne = "a".repeat(63);
        var other = "a".repeat(62) + "b";

        assertThat(Place.containerName(new ClusterId("orders"), "broker-1"))
                .isEqualTo("atoll-orders-broker-1");
        assertThat(Place.containerName(new ClusterId(longOne), "broker-1"))
                .hasSizeLessThanOrEqualTo(63)
                .endsWith("-broker-1")
                .isNotEqualTo(Place.containerName(new ClusterId(other), "broker-1"));
    }

    @Test
    void dataOfAnotherEpochHasAnotherKafkaClusterId() {
        assertThat(KafkaClusterId.of("orders", 1)).hasSize(22);
        assertThat(KafkaClusterId.of("orders", 1)).isNotEqualTo(KafkaClusterId.of("orders", 2));
        assertThat(KafkaClusterId.of("orders", 1)).isNotEqualTo(KafkaClusterId.of("order", 1));
    }

    private static Blueprint blueprint(String folder, Place place) throws IOException {
        var desired = wish(FOLDERS.resolve(folder).resolve("in-spec.json"));
        var ports = new TreeMap<String, Integer>();
        new KafkaKind()
                .ports(desired, place)
                .forEach(wish -> ports.put(wish.use(), 9000 + ports.size()));
        return new KafkaKind().blueprint(desired, place, ports);
    }

    private static String onTheMachine(NodeBlueprint node) {
        var program = (Program) node.software();
        return "# %s %s heap %dM %s\n%s"
                .formatted(
                        node.name(),
                        node.address(),
                        node.heapMegabytes(),
                        new TreeMap<>(program.systemProperties()),
                        program.files().get("server.properties"));
    }

    private static String inAContainer(NodeBlueprint node) {
        var container = (Container) node.software();
        var text = new StringBuilder();
        text.append(
                "# %s %s %s %s published %s data %s memory %dM\n"
                        .formatted(
                                node.name(),
                                node.roles(),
                                node.address(),
                                container.image(),
                                new TreeMap<>(container.published()),
                                container.dataDirectory(),
                                container.limits().memoryBytes() >> 20));
        new TreeMap<>(container.environment())
                .forEach((name, value) -> text.append(name + "=" + value + "\n"));
        return text.toString();
    }

    private static ClusterDesired wish(Path file) throws IOException {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .readValue(Files.readString(file), ClusterDesired.class);
    }
}
