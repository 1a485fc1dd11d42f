package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import java.time.Instant;
import java.util.Map;

/** Wishes for small clusters. */
public final class KafkaSamples {

    private KafkaSamples() {}

    public static ClusterDesired desired(
            String id, int brokers, long dataEpoch, boolean running, long restarts) {
        return desired(id, 1, spec(brokers, dataEpoch, running, restarts));
    }

    public static ClusterDesired desired(String id, long generation, KafkaSpec spec) {
        return new ClusterDesired(
                id,
                id,
                "dev",
                Map.of(),
                generation,
                false,
                spec,
                new ClusterNeed(1L << 29, 1L << 28, 2),
                "tester",
                "tester",
                Instant.parse("2026-03-01T10:00:00Z"),
                false);
    }

    public static KafkaSpec spec(int brokers, long dataEpoch, boolean running, long restarts) {
        return new KafkaSpec(
                RuntimeName.PROCESS,
                running,
                restarts,
                dataEpoch,
                brokers,
                config(),
                null,
                null,
                null,
                RetentionPolicy.DEFAULT);
    }

    private static KafkaConfig config() {
        return new KafkaConfig("224M", 24, null, 1, null, null, null, null, null, Map.of());
    }
}
