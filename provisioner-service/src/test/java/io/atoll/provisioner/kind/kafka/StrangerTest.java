package io.atoll.provisioner.kind.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.broker.EmbeddedBroker;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At the port of a node a broker of another cluster answers, with the same node id. */
class StrangerTest {

    @Test
    void theAnswerOfAnotherClusterIsNone(@TempDir Path directory) throws Exception {
        try (var stranger = EmbeddedBroker.start(directory.resolve("kafka"))) {
            var port = Integer.parseInt(stranger.bootstrap().split(":", -1)[1]);
            var blueprint =
                    KafkaBlueprints.of(
                            KafkaSamples.desired("mine", 1, 0, true, 0),
                            new Place.Machine(),
                            Map.of("broker-1.client", port, "broker-1.controller", 19_331));

            assertThat(new KafkaProbe().look(blueprint, Duration.ofSeconds(1)))
                    .isEqualTo(Readiness.nobodyAnswers());
        }
    }
}
