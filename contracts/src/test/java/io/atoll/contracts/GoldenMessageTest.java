package io.atoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Trust;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.contracts.status.PortAllocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every message to its file: what was once published must be readable for ever. */
class GoldenMessageTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    private final ObjectMapper json = WireJson.mapper();

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("cluster-desired", desired()),
                Arguments.of("cluster-desired-external", external()),
                Arguments.of("cluster-status-changed", status()),
                Arguments.of("atoll-event", event()),
                Arguments.of("audit-change", auditChange()),
                Arguments.of("problem", problem()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void messageIsWrittenAsItsGoldenFileSays(String name, Object message) throws IOException {
        Path golden = FOLDER.resolve(name + ".json");
        String written = json.writeValueAsString(message) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void goldenFileIsReadBackAsTheSameMessage(String name, Object message) throws IOException {
        if (message instanceof Problem) {
            return; // written only: its further members are flattened
        }
        String golden = Files.readString(FOLDER.resolve(name + ".json"));
        assertThat(json.readValue(golden, message.getClass())).isEqualTo(message);
    }

    private static ClusterDesired desired() {
        var config =
                new KafkaConfig(
                        "512M",
                        24,
                        1_073_741_824,
                        3,
                        1,
                        3,
                        8,
                        102_400,
                        102_400,
                        Map.of("message.max.bytes", "2097152"));
        var spec =
                new KafkaSpec(
                        RuntimeName.PROCESS,
                        true,
                        2,
                        1,
                        3,
                        config,
                        new RestProxyConfig(null, "256M", 30_000, 30_000, Map.of()),
                        new UiConfig(null, "256M", Map.of(), true, false, false),
                        new PortRequest(9092, null, null, null),
                        RetentionPolicy.DEFAULT);
        return new ClusterDesired(
                "orders",
                "Orders",
                "dev",
                Map.of("team", "shop"),
                7,
                false,
                spec,
                new ClusterNeed(2_818_572_288L, 805_306_368L, 8),
                "eve",
                "ada",
                AT,
                false);
    }

    private static ClusterDesired external() {
        var sealed = new Sealed("v1.0123456789abcdef." + "A".repeat(80) + ".c2VhbGVk");
        var credentials =
                new HeldCredentials(
                        new Credentials.ScramSha512<>("atoll", sealed, new Trust("-----BEGIN")),
                        "89abcdef01234567",
                        AT);
        var spec =
                new ExternalKafkaSpec(
                        List.of("kafka-1.example:9093", "kafka-2.example:9093"),
                        credentials,
                        Map.of("request.timeout.ms", "5000"));
        return new ClusterDesired(
                "payments",
                "Payments",
                "prod",
                Map.of(),
                1,
                false,
                spec,
                new ClusterNeed(0, 0, 0),
                "eve",
                "ada",
                AT,
                true);
    }

    private static ClusterStatusChanged status() {
        var ready =
                new Condition(
                        ConditionType.READY,
                        Condition.Status.FALSE,
                        "NodeDown",
                        "broker-2 is down; 2 of 3 brokers answer.",
                        7,
                        AT);
        var node =
                new NodeStatus(
                        "broker-1",
                        1,
                        List.of("broker", "controller"),
                        NodeStatus.State.RUNNING,
                        "127.0.0.1:9092",
                        4711L,
                        AT,
                        0,
                        null);
        var ports = new PortAllocation(9092, null, null, null, Map.of("broker-1.client", 9092));
        var status =
                new ClusterStatus(
                        Phase.DEGRADED,
                        7,
                        List.of(ready),
                        Map.of("kafka", "127.0.0.1:9092"),
                        List.of(node),
                        ports,
                        "/var/lib/atoll/clusters/orders",
                        null,
                        AT,
                        null,
                        AT);
        return new ClusterStatusChanged("orders", 42, false, status);
    }

    private static AtollEvent event() {
        return new AtollEvent(
                "01890a5d-ac96-774b-bcce-b302099a8057",
                EventType.NODE_DIED,
                Severity.WARNING,
                "orders",
                "dev",
                Map.of("team", "shop"),
                "broker-2 ended: killed.",
                AT,
                null,
                Map.of("node", "broker-2"));
    }

    private static AuditChange auditChange() {
        return new AuditChange(
                "01890a5d-ac96-774b-bcce-b302099a8057",
                AT,
                "ada",
                "user",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                UUID.fromString("0b9c1f2e-7d43-4f2a-9a57-3f0d1c6e8b21"),
                "topic.configure",
                "orders",
                "dev",
                Map.of("team", "shop"),
                "topic orders",
                Map.of("name", "orders", "partitions", 3),
                Map.of("name", "orders", "partitions", 6));
    }

    private static Problem problem() {
        return new Problem(
                ProblemType.NOT_FOUND.uri(),
                ProblemType.NOT_FOUND.title(),
                ProblemType.NOT_FOUND.status(),
                "There is no cluster 'oders'.",
                "/api/v1/clusters/oders",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                List.of(),
                Map.of("near", List.of("orders")));
    }
}
