package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.contracts.cluster.ClusterKind;
import io.atoll.contracts.cluster.PortAllocation;
import io.atoll.provisioner.kind.Kind;
import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Kafka as a kind.
public final class KafkaKind implements Kind {

    private final KafkaProbe probe = new KafkaProbe();

    @Override
    public ClusterKind name() {
        return ClusterKind.KAFKA;
    }

    @Override
    public List<PortWish> ports(ClusterDesired desired) {
        return KafkaPorts.of(desired);
    }

    @Override
    public Blueprint blueprint(ClusterDesired desired, Map<String, Integer> ports) {
        return KafkaBlueprints.of(desired, ports);
    }

    @Override
    public Readiness readiness(Blueprint blueprint, Duration patience) {
        return probe.look(blueprint, patience);
    }

    @Override
    public boolean canMissOne(Blueprint blueprint, Duration patience) {
        return probe.hasWholeCopies(blueprint, patience);
    }

    @Override
    public Map<String, String> endpoints(Blueprint blueprint) {
        return Map.of("kafka", KafkaProbe.bootstrap(blueprint));
    }

    @Override
    public PortAllocation allocation(Map<String, Integer> ports) {
        return new PortAllocation(
                Objects.requireNonNull(ports.get(KafkaPorts.client(1))),
                null,
                null,
                ports.get(KafkaPorts.jmx(1)),
                ports);
    }

    @Override
    public void forget(ClusterId id) {
        probe.forget(id);
    }
}
