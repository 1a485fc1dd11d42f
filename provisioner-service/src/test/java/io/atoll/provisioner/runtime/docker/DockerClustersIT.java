package io.atoll.provisioner.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.Calls;
import io.atoll.provisioner.ControlTopicsOfTest;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.process.Records;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes for clusters in containers, through the whole service. */
@QuarkusTest
@TestProfile(ContainerProfile.class)
@WithTestResource(AtollStack.class)
class DockerClustersIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Inject ObjectMapper json;

    private ControlTopicsOfTest topics;

    @BeforeEach
    void open() {
        DockerOfTest.require();
        topics = new ControlTopicsOfTest(json);
    }

    @AfterEach
    void close() {
        if (topics != null) {
            topics.close();
        }
    }

    @AfterAll
    static void sweep() {
        if (DockerOfTest.succeeds("version")) {
            DockerOfTest.sweep(ContainerProfile.HOME);
        }
    }

    @Test
    void aClusterInContainersLivesWithItsCompanionsAndLeavesNothing() throws Exception {
        topics.wish(wish("boxed", 1, true, null, null));
        var alone = awaitPhase("boxed", 1, Phase.RUNNING);
        assertThat(alone.networkName()).isEqualTo("atoll-boxed");
        assertThat(alone.endpoints())
                .containsOnlyKeys("kafka", "kafka_internal")
                .containsEntry("kafka_internal", "atoll-boxed-broker-1:19092");
        Records.write(alone.endpoints().get("kafka"), "kept");

        topics.wish(wish("boxed", 2, true, restProxy(), ui()));
        awaitCompanions("boxed");
        var whole = last("boxed");
        assertThat(whole.nodes())
                .extracting(NodeStatus::name)
                .containsExactly("broker-1", "rest-proxy", "ui");
        assertThat(whole.portAllocation().restProxyPort()).isNotNull();
        assertThat(whole.phase()).isEqualTo(Phase.RUNNING);
        assertThat(whole.nodes().getFirst().startedAt())
                .as("companions come without a restart of the cluster")
                .isEqualTo(alone.nodes().getFirst().startedAt());
        assertThat(body(whole.endpoints().get("rest_proxy") + "/topics")).contains("orders");
        assertThat(body(whole.endpoints().get("ui") + "/actuator/health")).contains("UP");
        showsItOverHttp();

        DockerOfTest.run("kill", "atoll-boxed-ui");
        await().atMost(LONG).until(() -> node("boxed", 2).restarts() == 1);
        assertThat(last("boxed").phase()).isEqualTo(Phase.RUNNING);

        topics.wish(wish("boxed", 3, true, null, null));
        await().atMost(LONG)
                .until(() -> !DockerOfTest.succeeds("inspect", "atoll-boxed-rest-proxy"));
        assertThat(awaitPhase("boxed", 3, Phase.RUNNING).endpoints()).doesNotContainKey("ui");
        assertThat(Records.read(last("boxed").endpoints().get("kafka"))).contains("kept");

        var unwanted = json.valueToTree(wish("boxed", 4, false, null, null));
        topics.send("boxed", ((ObjectNode) unwanted).put("deleted", true).toString());
        await().atMost(LONG)
                .until(
                        () ->
                                topics.statuses("boxed").stream()
                                        .anyMatch(ClusterStatusChanged::gone));
        assertThat(DockerOfTest.run("ps", "-a", "--format", "{{.Names}}")).doesNotContain("boxed");
        assertThat(DockerOfTest.run("network", "ls")).doesNotContain("atoll-boxed");
        assertThat(DockerOfTest.run("volume", "ls")).doesNotContain("atoll-boxed");
    }

    @Test
    void whatCarriesOurMarkAndBelongsToNobodyIsRemovedAndItsDataSetAside() {
        String[] labels = {
            "--label",
            "io.atoll.home=" + ContainerProfile.HOME,
            "--label",
            "io.atoll.cluster=orphan",
            "--label",
            "io.atoll.node=broker-1"
        };
        DockerOfTest.run(with(labels, "network", "create", "atoll-orphan"));
        DockerOfTest.run(with(labels, "volume", "create", "atoll-orphan-broker-1"));

        await().atMost(LONG)
                .until(() -> !DockerOfTest.succeeds("network", "inspect", "atoll-orphan"));

        assertThat(DockerOfTest.succeeds("volume", "inspect", "atoll-orphan-broker-1")).isTrue();
        assertThat(DockerOfTest.succeeds("volume", "inspect", "atoll-orphan-aside")).isTrue();
    }

    private static String[] with(String[] labels, String kind, String verb, String name) {
        return Stream.of(Stream.of(kind, verb), Stream.of(labels), Stream.of(name))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private static void showsItOverHttp() {
        Calls.get("/api/v1/clusters/boxed/nodes/ui/logs?lines=5").statusCode(200);
        Calls.get("/api/v1/clusters/boxed/nodes/broker-1/logs?lines=200")
                .statusCode(200)
                .body("size()", greaterThan(20));
        Calls.get("/api/v1/runtimes")
                .statusCode(200)
                .body("find { it.name == 'docker' }.healthy", equalTo(true))
                .body("find { it.name == 'docker' }.companions", hasItem("ui"));
        await().atMost(LONG)
                .untilAsserted(
                        () ->
                                Calls.get("/api/v1/clusters/boxed/usage")
                                        .body("memory_bytes", greaterThan(50_000_000))
                                        .body("nodes.size()", equalTo(3)));
    }

    private static String body(String address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static RestProxyConfig restProxy() {
        return new RestProxyConfig(true, "128M", null, null, null);
    }

    private static UiConfig ui() {
        return new UiConfig(true, "128M", null, null, null, null);
    }

    private static ClusterDesired wish(
            String id,
            long generation,
            boolean running,
            @Nullable RestProxyConfig restProxy,
            @Nullable UiConfig ui) {
        var small = KafkaSamples.spec(1, 0, running, 0);
        var spec =
                new KafkaSpec(
                        RuntimeName.DOCKER,
                        running,
                        0,
                        0,
                        1,
                        small.kafkaConfig(),
                        restProxy,
                        ui,
                        null,
                        small.retentionPolicy());
        return KafkaSamples.desired(id, generation, spec);
    }

    private void awaitCompanions(String id) {
        await().atMost(LONG)
                .until(
                        () ->
                                last(id).conditions().stream()
                                        .anyMatch(
                                                c ->
                                                        c.type().equals("Companions")
                                                                && c.status()
                                                                        == Condition.Status.TRUE));
    }

    private ClusterStatus awaitPhase(String id, long generation, Phase phase) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                topics.statuses(id).stream()
                                        .map(ClusterStatusChanged::status)
                                        .reduce((_, second) -> second)
                                        .filter(s -> s.observedGeneration() == generation)
                                        .filter(s -> s.phase() == phase)
                                        .isPresent());
        return last(id);
    }

    private ClusterStatus last(String id) {
        return topics.statuses(id).getLast().status();
    }

    private NodeStatus node(String id, int index) {
        return last(id).nodes().get(index);
    }
}
