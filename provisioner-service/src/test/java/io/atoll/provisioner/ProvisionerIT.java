package io.atoll.provisioner;

import static io.atoll.provisioner.Calls.as;
import static io.atoll.provisioner.Calls.followedLines;
import static io.atoll.provisioner.Calls.get;
import static io.atoll.provisioner.Wishes.asking;
import static io.atoll.provisioner.Wishes.deleted;
import static io.atoll.provisioner.Wishes.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.problem.Problems;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.process.ProcessConfig;
import io.atoll.provisioner.runtime.process.Records;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class ProvisionerIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    @Inject ObjectMapper json;

    @Inject ProcessConfig process;

    private ControlTopicsOfTest topics;

    @BeforeEach
    void open() {
        topics = new ControlTopicsOfTest(json);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aClusterLivesFromItsWishToItsTombstoneAndLeavesNothing() throws Exception {
        topics.wish(wish("life", 1, KafkaSamples.spec(1, 0, true, 0)));
        var running = awaitPhase("life", 1, Phase.RUNNING);
        var bootstrap = running.endpoints().get("kafka");
        Records.write(bootstrap, "kept");
        assertThat(topics.eventTypes("life"))
                .contains(EventType.NODE_STARTED, EventType.CLUSTER_PHASE_CHANGED);
        showsItOverHttp();

        topics.wish(wish("life", 2, KafkaSamples.spec(1, 0, false, 0)));
        awaitPhase("life", 2, Phase.STOPPED);
        topics.wish(wish("life", 3, KafkaSamples.spec(1, 0, true, 0)));
        awaitPhase("life", 3, Phase.RUNNING);
        assertThat(Records.read(bootstrap)).contains("kept");

        assertThat(process.clustersDir().resolve("life")).isDirectory();
        var pid = pid(awaitPhase("life", 3, Phase.RUNNING));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(LONG)
                .until(() -> pid(last("life")) != null && !pid.equals(pid(last("life"))));
        awaitPhase("life", 3, Phase.RUNNING);
        assertThat(last("life").nodes().getFirst().restarts()).isEqualTo(1);
        assertThat(last("life").nodes().getFirst().lastExit()).contains("Killed");
        await().atMost(LONG).until(() -> topics.eventTypes("life").contains(EventType.NODE_DIED));
        assertThat(Records.read(bootstrap)).contains("kept");
        topics.wish(wish("life", 4, KafkaSamples.spec(1, 1, true, 0)));
        awaitPhase("life", 4, Phase.RUNNING);
        assertThat(Records.read(bootstrap)).doesNotContain("kept");
        delete("life", 5);
        assertThat(ProcessHandle.allProcesses().filter(p -> isOf(p, "life"))).isEmpty();
        sequencesRise("life");
        topics.send("life", null);
        await().atMost(LONG).until(() -> topics.hasTombstone("life"));
        get("/api/v1/clusters/life/nodes").statusCode(404);
    }

    private void showsItOverHttp() throws Exception {
        get("/api/v1/clusters/life/nodes")
                .statusCode(200)
                .body("[0].name", equalTo("broker-1"))
                .body("[0].state", equalTo("RUNNING"));
        get("/api/v1/clusters/life/nodes/broker-1/logs?lines=5")
                .statusCode(200)
                .body("text", hasItem(containsString("ready")));
        assertThat(followedLines("/api/v1/clusters/life/nodes/broker-1/logs?lines=5"))
                .anyMatch(line -> line.startsWith("id:"))
                .anyMatch(line -> line.startsWith("data:{\"position\":"));
        get("/api/v1/clusters/life/nodes/broker-9/logs").statusCode(404);
        get("/api/v1/clusters/lief/nodes")
                .statusCode(404)
                .header(Problems.HIDES_HEADER, nullValue())
                .body("near", contains("life"));
        get("/api/v1/ports").statusCode(200).body("cluster", hasItem("life"));
        get("/api/v1/runtimes").statusCode(200).body("[0].healthy", equalTo(true));
        await().atMost(LONG)
                .untilAsserted(
                        () ->
                                get("/api/v1/clusters/life/usage")
                                        .body("memory_bytes", greaterThan(50_000_000))
                                        .body("disk_bytes", greaterThan(1_000)));
        var stranger = new Grant(Role.ADMIN, null, null, "other");
        as(stranger)
                .get("/api/v1/clusters/life/nodes")
                .then()
                .statusCode(404)
                .header(Problems.HIDES_HEADER, "true");
        as(stranger).get("/api/v1/usage").then().body("$", empty());
        as(Grant.everywhere(Role.VIEWER))
                .get("/api/v1/clusters/life/nodes/broker-1/logs")
                .then()
                .statusCode(403);
        given().get("/api/v1/usage").then().statusCode(401);
    }

    @Test
    void threeBrokersServeRollOneByOneAndSurviveTheLossOfOne() throws Exception {
        topics.wish(wish("trio", 1, KafkaSamples.spec(3, 0, true, 0)));
        var first = awaitPhase("trio", 1, Phase.RUNNING);
        Records.write(first.endpoints().get("kafka"), "kept");
        assertThat(first.nodes())
                .extracting(NodeStatus::state)
                .containsOnly(NodeStatus.State.RUNNING);

        ProcessHandle.of(first.nodes().get(2).pid()).orElseThrow().destroyForcibly();
        await().atMost(LONG)
                .until(() -> !first.nodes().get(2).pid().equals(last("trio").nodes().get(2).pid()));
        awaitPhase("trio", 1, Phase.RUNNING);

        topics.wish(wish("trio", 2, KafkaSamples.spec(3, 0, true, 1)));
        await().atMost(LONG)
                .until(
                        () ->
                                IntStream.range(0, 3)
                                        .noneMatch(
                                                n ->
                                                        first.nodes()
                                                                .get(n)
                                                                .pid()
                                                                .equals(
                                                                        last("trio")
                                                                                .nodes()
                                                                                .get(n)
                                                                                .pid())));
        awaitPhase("trio", 2, Phase.RUNNING);
        assertThat(topics.statuses("trio"))
                .as("never more than one node down by our own hand")
                .filteredOn(told -> told.status().observedGeneration() == 2)
                .allMatch(told -> nodesDown(told) <= 1);
        assertThat(Records.read(first.endpoints().get("kafka"))).contains("kept");
        delete("trio", 3);
    }

    private static long nodesDown(ClusterStatusChanged told) {
        return told.status().nodes().stream().filter(node -> node.pid() == null).count();
    }

    @Test
    void portsAreGivenToTwentyClustersAtOnceWithoutConflictAndTakenBack() throws Exception {
        var ids = IntStream.range(0, 20).mapToObj(n -> "many-" + n).toList();
        for (var id : ids) {
            topics.wish(wish(id, 1, KafkaSamples.spec(1, 0, false, 0)));
        }
        for (var id : ids) {
            awaitPhase(id, 1, Phase.STOPPED);
        }
        var ports =
                ids.stream()
                        .flatMap(id -> last(id).portAllocation().all().values().stream())
                        .toList();
        assertThat(ports).hasSize(40).doesNotHaveDuplicates();

        for (var id : ids) {
            topics.wish(deleted(id, 2));
        }
        for (var id : ids) {
            awaitGone(id);
        }
        get("/api/v1/ports").body("cluster", not(hasItem("many-0")));
    }

    @Test
    void anAskedPortThatIsHeldIsRefusedNamingNobodyAndGivenOnceItIsFree() throws Exception {
        topics.wish(wish("first", 1, asking(19_800, false)));
        awaitPhase("first", 1, Phase.STOPPED);
        topics.wish(wish("second", 1, asking(19_800, true)));
        awaitPhase("second", 1, Phase.FAILED);
        assertThat(condition("second", "Accepted").reason()).isEqualTo("PortTaken");
        assertThat(condition("second", "Accepted").message()).doesNotContain("first");
        assertThat(condition("second", "Companions").reason()).isEqualTo("NotSupportedByRuntime");

        delete("first", 2);
        awaitPhase("second", 1, Phase.RUNNING);
        assertThat(last("second").portAllocation().kafkaPort()).isEqualTo(19_800);
        delete("second", 2);
    }

    @Test
    void aMessageThatCannotBeReadIsSetAsideAndTheNextOneHeard() throws Exception {
        topics.send("broken", "{\"id\":");
        topics.send("Not An Id", "{}");
        topics.send("nothing", "null");
        topics.send("half", "{\"id\":\"half\",\"tags\":{}}");
        topics.wish(wish("after-poison", 1, KafkaSamples.spec(1, 0, false, 0)));
        awaitPhase("after-poison", 1, Phase.STOPPED);
        delete("after-poison", 2);
    }

    @Test
    void whatBelongsToNobodyIsSetAside() throws Exception {
        var clusters = process.clustersDir();
        var orphan = Files.createDirectories(clusters.resolve("orphan"));
        Files.writeString(orphan.resolve(".atoll-cluster"), "0\n");
        var foreign = Files.createDirectories(clusters.resolve("foreign"));

        await().atMost(LONG).until(() -> !Files.exists(orphan));

        assertThat(foreign).exists();
        assertThat(clusters.resolve(".orphaned").toFile().list()).hasSize(1);
    }

    private void delete(String id, long generation) throws Exception {
        topics.wish(deleted(id, generation));
        awaitGone(id);
        assertThat(process.clustersDir().resolve(id)).doesNotExist();
        get("/api/v1/ports").body("cluster", not(hasItem(id)));
    }

    private void awaitGone(String id) {
        await().atMost(LONG)
                .until(() -> topics.statuses(id).stream().anyMatch(ClusterStatusChanged::gone));
    }

    private void sequencesRise(String id) {
        assertThat(topics.statuses(id))
                .extracting(ClusterStatusChanged::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private ClusterStatus awaitPhase(String id, long generation, Phase phase) {
        await().atMost(LONG)
                .until(
                        () ->
                                topics.statuses(id).stream()
                                        .reduce((_, second) -> second)
                                        .map(ClusterStatusChanged::status)
                                        .filter(s -> s.observedGeneration() == generation)
                                        .filter(s -> s.phase() == phase)
                                        .isPresent());
        return last(id);
    }

    private ClusterStatus last(String id) {
        return topics.statuses(id).getLast().status();
    }

    private Condition condition(String id, String type) {
        return last(id).conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Long pid(ClusterStatus status) {
        return status.nodes().getFirst().pid();
    }

    private static boolean isOf(ProcessHandle process, String cluster) {
        return process.info().commandLine().orElse("").contains("-Datoll.cluster=" + cluster + " ");
    }
}
