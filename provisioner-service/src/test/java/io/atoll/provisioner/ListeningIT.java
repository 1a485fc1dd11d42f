package io.atoll.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processes of a cluster listen on, as the system itself lists it. */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class ListeningIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    /** With JMX a JVM opens one more, which talks to callers of its own machine alone. */
    private static final int OF_THE_JVM = 1;

    @Inject ObjectMapper json;

    @ConfigProperty(name = "atoll.ports.pool")
    String pool;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClusterListensOnThePortsThatItShowsAndOnThisMachineAlone(boolean jmx) throws Exception {
        var id = jmx ? "ears-jmx" : "ears";
        try (var topics = new ControlTopicsOfTest(json)) {
            topics.wish(Wishes.wish(id, 1, spec(jmx)));
            var running =
                    await().atMost(LONG)
                            .until(
                                    () -> last(topics, id),
                                    status -> status != null && status.phase() == Phase.RUNNING);
            var pids = running.nodes().stream().map(NodeStatus::pid).toList();

            var listening = Listeners.of(pids);

            assertThat(listening)
                    .filteredOn(one -> one.address().equals("127.0.0.1"))
                    .extracting(Listeners.Listener::port)
                    .containsExactlyInAnyOrderElementsOf(declared(id));
            assertThat(listening)
                    .filteredOn(one -> !one.address().equals("127.0.0.1"))
                    .hasSize(jmx ? OF_THE_JVM * pids.size() : 0);
            topics.wish(Wishes.deleted(id, 2));
            await().atMost(LONG)
                    .until(() -> topics.statuses(id).stream().anyMatch(ClusterStatusChanged::gone));
        }
    }

    @Test
    void whatListensEverywhereIsFound() throws Exception {
        try (var socket = new ServerSocket(0)) {
            assertThat(Listeners.of(Set.of(ProcessHandle.current().pid())))
                    .contains(new Listeners.Listener("any", socket.getLocalPort()));
        }
    }

    private KafkaSpec spec(boolean jmx) {
        var spec = KafkaSamples.spec(3, 0, true, 0);
        var first = Integer.parseInt(pool.split("-")[0]) + 70;
        return new KafkaSpec(
                spec.runtime(),
                true,
                0,
                0,
                3,
                spec.kafkaConfig(),
                null,
                null,
                jmx ? new PortRequest(null, null, null, first) : null,
                spec.retentionPolicy());
    }

    private static Set<Integer> declared(String id) {
        return new TreeSet<>(
                Calls.get("/api/v1/ports")
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("findAll { it.cluster == '" + id + "' }.port", Integer.class));
    }

    private static ClusterStatus last(ControlTopicsOfTest topics, String id) {
        var told = topics.statuses(id);
        return told.isEmpty() ? null : told.getLast().status();
    }
}
