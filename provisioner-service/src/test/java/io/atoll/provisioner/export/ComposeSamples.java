package io.atoll.provisioner.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.runtime.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Compose files of wishes. */
final class ComposeSamples {

    private static final Place PLACE =
            new Place.Containers(
                    "127.0.0.1",
                    false,
                    0,
                    new Place.Images(
                            "apache/kafka:4.1.1",
                            "confluentinc/cp-kafka-rest:8.1.0",
                            "ghcr.io/kafbat/kafka-ui:v1.5.0"));

    private ComposeSamples() {}

    static String file(ClusterDesired desired, Map<String, Integer> held) {
        var kind = new KafkaKind();
        var ports = ExportPorts.of(kind.ports(desired, PLACE), held);
        var blueprint = kind.blueprint(desired, PLACE, ports);
        return ComposeWriter.text(desired.id(), new ComposeFactory(blueprint, ports).file());
    }

    static ClusterDesired wish(String folder) throws IOException {
        var file = Path.of("src/test/resources/blueprints", folder, "in-spec.json");
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .readValue(Files.readString(file), ClusterDesired.class);
    }
}
