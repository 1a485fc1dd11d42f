package io.atoll.provisioner.kind.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each folder of blueprints holds a wish and the settings of every node that it leads to. */
class KafkaBlueprintsTest {

    private static final Path FOLDERS = Path.of("src/test/resources/blueprints");

    @ParameterizedTest
    @ValueSource(strings = {"one-broker", "three-brokers", "five-brokers", "custom-settings"})
    void aSpecGivesTheseBytes(String folder) throws IOException {
        var desired = wish(FOLDERS.resolve(folder).resolve("in-spec.json"));
        var ports = new TreeMap<String, Integer>();
        new KafkaKind().ports(desired).forEach(wish -> ports.put(wish.use(), 9000 + ports.size()));

        var blueprint = new KafkaKind().blueprint(desired, ports);

        var text = new StringBuilder();
        blueprint
                .nodes()
                .forEach(
                        node ->
                                text.append("# ")
                                        .append(node.name())
                                        .append(" ")
                                        .append(node.address())
                                        .append(" heap ")
                                        .append(node.heapMegabytes())
                                        .append("M ")
                                        .append(new TreeMap<>(node.systemProperties()))
                                        .append("\n")
                                        .append(node.files().get("server.properties")));
        GoldenFile.assertSame(
                FOLDERS.resolve(folder).resolve("out-blueprint.properties"), text.toString());
    }

    @Test
    void dataOfAnotherEpochHasAnotherKafkaClusterId() {
        assertThat(KafkaClusterId.of("orders", 1)).hasSize(22);
        assertThat(KafkaClusterId.of("orders", 1)).isNotEqualTo(KafkaClusterId.of("orders", 2));
        assertThat(KafkaClusterId.of("orders", 1)).isNotEqualTo(KafkaClusterId.of("order", 1));
    }

    private static ClusterDesired wish(Path file) throws IOException {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .readValue(Files.readString(file), ClusterDesired.class);
    }
}
