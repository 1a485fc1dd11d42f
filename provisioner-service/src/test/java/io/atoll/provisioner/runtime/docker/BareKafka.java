package io.atoll.provisioner.runtime.docker;

import static org.awaitility.Awaitility.await;

import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.Convergence.Converged;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Kafka cluster as the runtime sees it, without the service around. Ports are counted up from one
 * that no allocation gives away.
 */
record BareKafka(ClusterId id, String home, Path state, int firstPort, KafkaKind kind) {

    BareKafka(String id, String home, Path state, int firstPort) {
        this(new ClusterId(id), home, state, firstPort, new KafkaKind());
    }

    /** Five brokers share the processors of a small machine. */
    private static final Duration LONG = Duration.ofMinutes(4);

    DockerRuntime runtime() {
        return runtime(DockerOfTest.HOST, Clock.systemUTC());
    }

    DockerRuntime runtime(String host, Clock clock) {
        return new DockerRuntime(
                DockerOfTest.settings(home, state, host, DockerOfTest.IMAGES), clock);
    }

    Blueprint blueprint(int brokers) {
        return blueprint(KafkaSamples.spec(brokers, 0, true, 0));
    }

    /** The same with ports for JMX, above those of clients. */
    Blueprint withJmx(int brokers) {
        var plain = KafkaSamples.spec(brokers, 0, true, 0);
        var ports = new PortRequest(null, null, null, jmxPort(1));
        return blueprint(
                new KafkaSpec(
                        RuntimeName.DOCKER,
                        true,
                        0,
                        0,
                        brokers,
                        plain.kafkaConfig(),
                        null,
                        null,
                        ports,
                        plain.retentionPolicy()));
    }

    int jmxPort(int broker) {
        return firstPort + 2 * broker - 1;
    }

    private Blueprint blueprint(KafkaSpec spec) {
        var desired = KafkaSamples.desired(id.value(), 1, spec);
        Place place = DockerOfTest.settings(home, state).place();
        var ports = new TreeMap<String, Integer>();
        kind.ports(desired, place).forEach(w -> ports.put(w.use(), firstPort + ports.size()));
        return kind.blueprint(desired, place, ports);
    }

    /** The same from another image or with other limits. */
    Blueprint changed(Blueprint blueprint, String image, Limits limits) {
        var node = blueprint.nodes().getFirst();
        var container = (Container) node.software();
        var other =
                new Container(
                        image == null ? container.image() : image,
                        container.environment(),
                        container.published(),
                        container.dataDirectory(),
                        limits == null ? container.limits() : limits);
        var changed =
                new NodeBlueprint(
                        node.name(),
                        node.nodeId(),
                        node.roles(),
                        node.address(),
                        node.reach(),
                        node.ports(),
                        other,
                        node.heapMegabytes(),
                        node.restarts());
        return new Blueprint(id, 0, true, List.of(changed), Duration.ofDays(1));
    }

    static Present running(Blueprint blueprint) {
        return new Present(blueprint, Set.of());
    }

    Convergence step(DockerRuntime runtime, DesiredCluster desired) {
        return runtime.converge(desired, runtime.observe(id));
    }

    /** A daemon that is busy for two seconds is away for that moment, and is asked again. */
    void converge(DockerRuntime runtime, DesiredCluster desired) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(ClusterRuntime.Away.class)
                .until(() -> step(runtime, desired) instanceof Converged);
    }

    void awaitAnswers(Blueprint blueprint) {
        await().atMost(LONG).until(() -> answering(blueprint) == blueprint.nodes().size());
    }

    private int answering(Blueprint blueprint) {
        return kind.readiness(blueprint, Duration.ofSeconds(2)).answering().size();
    }

    ObservedNode node(DockerRuntime runtime, String name) {
        return runtime.observe(id).node(name).orElseThrow();
    }

    void sweep() {
        kind.forget(id);
        DockerOfTest.sweep(home);
    }
}
