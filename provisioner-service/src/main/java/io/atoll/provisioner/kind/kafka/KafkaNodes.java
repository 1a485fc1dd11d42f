package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import java.util.List;

/// Names and roles of the nodes of a Kafka cluster.
final class KafkaNodes {

    private static final int CONTROLLERS_OF_MANY = 3;

    private KafkaNodes() {}

    static KafkaSpec spec(ClusterDesired desired) {
        ClusterSpec spec = desired.spec();
        return switch (spec) {
            case KafkaSpec kafka -> kafka;
            case ExternalKafkaSpec _ ->
                    throw new IllegalArgumentException("An external cluster has no nodes here.");
        };
    }

    static String name(int node) {
        return "broker-" + node;
    }

    /// One, or three of three and more.
    static int controllers(KafkaSpec spec) {
        return spec.brokers() < CONTROLLERS_OF_MANY ? 1 : CONTROLLERS_OF_MANY;
    }

    static boolean isController(KafkaSpec spec, int node) {
        return node <= controllers(spec);
    }

    static List<String> roles(KafkaSpec spec, int node) {
        return isController(spec, node) ? List.of("broker", "controller") : List.of("broker");
    }
}
