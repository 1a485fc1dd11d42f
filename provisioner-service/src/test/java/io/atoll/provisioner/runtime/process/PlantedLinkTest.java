package io.atoll.provisioner.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.Convergence.Converged;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.DesiredCluster.Absent;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.DesiredCluster.Present;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.Place;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A symbolic link in place of what Atoll made leads nowhere: all outside stays as it was. */
class PlantedLinkTest {

    private static final ClusterId ID = new ClusterId("linked");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final int LARGE = 33 << 20;

    @TempDir Path machine;
    private Path clusters;
    private Path outside;
    private ProcessRuntime runtime;
    private Map<String, String> before;

    @BeforeEach
    void aClusterAndSomethingOutside() throws IOException {
        clusters = Files.createDirectory(machine.resolve("clusters"));
        runtime = new ProcessRuntime(BrokerJars.settings(clusters), Clock.systemUTC());
        assertThat(step(present(0, false))).isNotInstanceOf(Blocked.class);
        outside = machine.resolve("outside");
        for (var folder : new String[] {"broker-1/data", "broker-1/config", "broker-1/logs"}) {
            Files.createDirectories(outside.resolve(folder));
        }
        Files.writeString(outside.resolve(".atoll-cluster"), "0\n");
        Files.writeString(outside.resolve("broker-1/data/precious"), "x");
        Files.writeString(outside.resolve("broker-1/state.json"), "{}");
        Files.writeString(outside.resolve("broker-1/config/server.properties"), "precious");
        for (var log : new String[] {"node.log", "node.log.1"}) {
            try (var file =
                    new RandomAccessFile(outside.resolve("broker-1/logs/" + log).toFile(), "rw")) {
                file.setLength(LARGE);
            }
        }
        try (var all = Files.walk(outside)) {
            for (var place : all.toList()) {
                Files.setLastModifiedTime(place, LONG_AGO);
            }
        }
        before = outside();
    }

    @AfterEach
    void nothingOutsideChangedAndNothingRuns() throws IOException {
        assertThat(outside()).isEqualTo(before);
        assertThat(new NodeProcesses(clusters.toString(), ProcFiles.ofThisMachine()).all())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Leftovers.class)
    void inPlaceOfTheClusterItIsNoClusterOfOurs(Leftovers leftovers) throws IOException {
        plant("linked", "");

        assertThat(runtime.clusters()).doesNotContain(ID);
        assertThat(step(present(0, true)))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        blocked -> assertThat(blocked.reason()).isEqualTo("DirectoryTaken"));
        step(present(1, true));
        runtime.tidy(Duration.ZERO);
        step(new Absent(ID, leftovers));
        runtime.tidy(Duration.ZERO);

        assertThat(clusters.resolve("linked")).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker-1",
                "broker-1/data",
                "broker-1/config",
                "broker-1/logs",
                "broker-1/logs/node.log"
            })
    void inPlaceOfWhatANodeWritesToItBlocksTheStartByName(String name) throws IOException {
        plant("linked/" + name, name);

        assertThat(step(present(0, true)))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        blocked -> {
                            assertThat(blocked.reason()).isEqualTo("SymbolicLink");
                            assertThat(blocked.message())
                                    .contains(clusters.resolve("linked/" + name).toString());
                        });
        assertThat(runtime.tail(ID, "broker-1", 10).lines()).isEmpty();
        runtime.tidy(Duration.ZERO);
        step(present(1, false));
        step(new Absent(ID, Leftovers.REMOVE));

        assertThat(clusters.resolve("linked")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker-1/state.json",
                "broker-1/state.json.next",
                "broker-1/config/server.properties",
                "broker-1/config/server.properties.next",
                ".atoll-cluster.next"
            })
    void inPlaceOfAFileItIsReplaced(String name) throws IOException {
        var target = name.replace(".next", "");
        plant("linked/" + name, target);

        step(present(1, false));
        converge(present(1, true));
        assertThat(runtime.observe(ID).nodes()).allMatch(ObservedNode::isAlive);
        assertThat(outside()).isEqualTo(before);
        converge(new Absent(ID, Leftovers.REMOVE));
    }

    private void converge(DesiredCluster desired) {
        await().atMost(Duration.ofMinutes(2)).until(() -> step(desired) instanceof Converged);
    }

    private void plant(String link, String target) throws IOException {
        var place = clusters.resolve(link);
        Files.createDirectories(place.getParent());
        if (Files.isDirectory(place)) {
            Files.move(place, machine.resolve("moved-away"));
        }
        Files.createSymbolicLink(place, outside.resolve(target));
    }

    private Convergence step(DesiredCluster desired) {
        return runtime.converge(desired, runtime.observe(ID));
    }

    private static Present present(long dataEpoch, boolean running) {
        var desired = KafkaSamples.desired(ID.value(), 1, dataEpoch, running, 0);
        Blueprint blueprint =
                new KafkaKind()
                        .blueprint(
                                desired,
                                new Place.Machine(),
                                Map.of("broker-1.client", 19_320, "broker-1.controller", 19_321));
        return new Present(blueprint, Set.of());
    }

    /** All that is there, with sizes and times of change. */
    private Map<String, String> outside() throws IOException {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(outside)) {
            for (var place : all.toList()) {
                found.put(
                        outside.relativize(place).toString(),
                        Files.size(place) + " bytes at " + Files.getLastModifiedTime(place));
            }
        }
        return found;
    }
}
