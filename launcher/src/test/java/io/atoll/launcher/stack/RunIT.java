package io.atoll.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.secret.Accounts;
import io.atoll.launcher.secret.SecretStore;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {

    /// Unpacked programs, the same for every data root.
    @TempDir static Path programs;

    @TempDir Path folder;

    private Home home;
    private RunRecord record;
    private int base;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(folder.resolve("a home"));
        Files.createDirectories(home.root());
        Files.createSymbolicLink(home.cache(), programs);
        record = new RunRecord(home);
        base = FreePorts.base();
    }

    @AfterEach
    void leaveNothingBehind() throws IOException {
        record.supervisor()
                .flatMap(ProcessIdentity::handle)
                .ifPresent(one -> one.destroyForcibly());
        new Leftovers(record.processes(), new Screen(System.out)).stop();
        Files.delete(home.cache());
    }

    @Test
    void keepsDataFromOneRunToTheNextAndEndsEveryProcess() throws Exception {
        var first = start().awaitReady();
        database().ask("create table kept as select 7 as value");
        var processes = record.processes().allAlive();
        assertThat(processes.keySet())
                .containsExactlyInAnyOrder("supervisor", "postgres", "kafka", "redis");
        first.end();

        assertThat(processes.values()).noneMatch(ProcessIdentity::isAlive);
        assertThat(record.processes().allAlive()).isEmpty();
        var second = start().awaitReady();
        assertThat(database().ask("select value from kept")).isEqualTo("7");
        assertThat(database().ask("show fsync")).isEqualTo("on");
        second.end();
        assertSecretsAreForTheirOwnerAlone();
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() throws Exception {
        var killed = start().awaitReady();
        database().ask("create table kept as select 7 as value");
        var children = record.processes().allAlive();
        children.remove(Run.SUPERVISOR);
        killed.process().destroyForcibly().waitFor();
        assertThat(children.values()).allMatch(ProcessIdentity::isAlive);

        var second = start().awaitText("An earlier run left this behind").awaitReady();

        assertThat(children.values()).noneMatch(ProcessIdentity::isAlive);
        assertThat(database().ask("select value from kept")).isEqualTo("7");
        second.end();
    }

    @Test
    void startsAChildThatWasKilledAgainAndSaysSo() throws Exception {
        var run = start().awaitReady();
        for (var name : new String[] {"redis", "postgres", "kafka"}) {
            var killed = record.processes().alive(name).orElseThrow();

            killed.handle().orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(90))
                    .until(
                            () ->
                                    record.processes()
                                            .alive(name)
                                            .filter(one -> !one.equals(killed))
                                            .isPresent());
        }
        run.awaitText("Redis is back").awaitText("PostgreSQL is back").awaitText("Kafka is back");
        run.end();
    }

    @Test
    void saysWhichPortIsTakenByWhomAndWhatToSet() throws Exception {
        try (var taken = new ServerSocket(base + 13, 1, InetAddress.getLoopbackAddress())) {
            var refused = start();
            refused.process().waitFor();

            assertThat(taken.isBound()).isTrue();
            assertThat(refused.process().exitValue()).isEqualTo(1);
            assertThat(refused.text())
                    .contains("Port " + (base + 13) + ", which Redis needs, is taken")
                    .contains("the process " + ProcessHandle.current().pid())
                    .contains("ATOLL_INTERNAL_PORT");
        }
    }

    @Test
    void refusesASecondSupervisorOnTheSameDataRoot() throws Exception {
        var first = start().awaitText("PostgreSQL");

        var second = start();
        second.process().waitFor();

        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(record.supervisor().orElseThrow().pid()).isEqualTo(first.process().pid());
        first.end();
    }

    @Test
    void neverTouchesAProcessThatHasARecordedPidByChance() throws Exception {
        home.create();
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            var other = ProcessIdentity.of(stranger.pid()).orElseThrow();
            record.processes()
                    .write(
                            "redis",
                            new ProcessIdentity(other.pid(), other.startTicks() - 1, other.boot()));

            start().awaitText("Redis").end();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void makesACacheForTheNextStartAndDoesWithoutADamagedOne() throws Exception {
        var first = start(Map.of("ATOLL_AOT", "on")).awaitReady();
        var recorded = record.processes().alive("kafka").orElseThrow();
        await().atMost(Duration.ofMinutes(3)).until(() -> !cachesOfKafka().isEmpty());
        assertThat(recorded.isAlive()).isTrue();
        first.end();

        var second = start(Map.of("ATOLL_AOT", "on")).awaitReady();
        var kafka = record.processes().alive("kafka").orElseThrow();
        var cache = cachesOfKafka().getFirst();
        assertThat(ProcessTable.arguments(kafka.pid())).contains("-XX:AOTCache=" + cache);
        second.end();

        damage(cache);
        start(Map.of("ATOLL_AOT", "on")).awaitReady().end();
        assertThat(cache).doesNotExist();
    }

    private static void damage(Path cache) throws IOException {
        try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate((int) (file.size() / 4));
            file.write(zeros, file.size() / 2);
        }
    }

    private List<Path> cachesOfKafka() throws IOException {
        try (var files = Files.list(home.aot())) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private void assertSecretsAreForTheirOwnerAlone() throws IOException {
        try (var files = Files.list(home.secrets())) {
            assertThat(files)
                    .isNotEmpty()
                    .allMatch(file -> mode(file).equals("rw-------"), "mode 600");
        }
        assertThat(mode(home.secrets())).isEqualTo("rwx------");
    }

    private RunProcess start() throws IOException {
        return start(Map.of("ATOLL_AOT", "off"));
    }

    private RunProcess start(Map<String, String> more) throws IOException {
        var environment = new HashMap<>(more);
        environment.put("ATOLL_INTERNAL_PORT", Integer.toString(base));
        return RunProcess.start(home, environment);
    }

    private Database database() throws IOException {
        var passwords = new Accounts(new SecretStore(home.secrets())).database();
        return new Database(base + 10, "gateway", passwords.get("gateway"));
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
