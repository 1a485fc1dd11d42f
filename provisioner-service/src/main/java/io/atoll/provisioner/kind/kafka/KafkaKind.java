package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.status.PortAllocation;
import io.atoll.provisioner.kind.Kind;
import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.Place;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Kafka as a kind.
public final class KafkaKind implements Kind {

    private final KafkaProbe probe = new KafkaProbe();
    private final CompanionProbe companionProbe = new CompanionProbe();

    @Override
    public ClusterKind name() {
        return ClusterKind.KAFKA;
    }

    @Override
    public List<PortWish> ports(ClusterDesired desired, Place place) {
        return KafkaPorts.of(desired, place);
    }

    @Override
    public Blueprint blueprint(ClusterDesired desired, Place place, Map<String, Integer> ports) {
        return KafkaBlueprints.of(desired, place, ports);
    }

    @Override
    public Readiness readiness(Blueprint blueprint, Duration patience) {
        var brokers = probe.look(blueprint, patience);
        var companions = blueprint.companions();
        if (companions.isEmpty() || !brokers.quorum()) {
            return brokers;
        }
        var answering = new HashSet<>(brokers.answering());
        answering.addAll(companionProbe.answering(companions));
        return new Readiness(answering, true);
    }

    @Override
    public boolean canMissOne(Blueprint blueprint, Duration patience) {
        return probe.hasWholeCopies(blueprint, patience);
    }

    @Override
    public Map<String, String> endpoints(Blueprint blueprint) {
        return KafkaEndpoints.of(blueprint);
    }

    @Override
    public PortAllocation allocation(Map<String, Integer> ports) {
        return new PortAllocation(
                Objects.requireNonNull(ports.get(KafkaPorts.client(1))),
                ports.get(KafkaPorts.http(NodeBlueprint.REST_PROXY)),
                ports.get(KafkaPorts.http(NodeBlueprint.UI)),
                ports.get(KafkaPorts.jmx(1)),
                ports);
    }

    @Override
    public void forget(ClusterId id) {
        probe.forget(id);
    }
}
