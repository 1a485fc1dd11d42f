package io.atoll.provisioner;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import java.time.Instant;
import java.util.Map;

/** What the registry would publish. */
final class Wishes {

    static KafkaSpec asking(int port, boolean running) {
        var spec = KafkaSamples.spec(1, 0, running, 0);
        var ui = running ? new UiConfig(true, null, null, null, null, null) : null;
        return new KafkaSpec(
                spec.runtime(),
                running,
                0,
                0,
                1,
                spec.kafkaConfig(),
                null,
                ui,
                new PortRequest(port, null, null, null),
                spec.retentionPolicy());
    }

    static ClusterDesired wish(String id, long generation, KafkaSpec spec) {
        return KafkaSamples.desired(id, generation, spec);
    }

    static ClusterDesired deleted(String id, long generation) {
        return new ClusterDesired(
                id,
                id,
                "dev",
                Map.of(),
                generation,
                true,
                KafkaSamples.spec(1, 0, false, 0),
                null,
                null,
                "tester",
                Instant.parse("2026-03-01T10:00:00Z"),
                false);
    }

    private Wishes() {}
}
