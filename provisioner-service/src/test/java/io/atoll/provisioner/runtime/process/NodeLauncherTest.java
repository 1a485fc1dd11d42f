package io.atoll.provisioner.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.provisioner.machine.ProcFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLauncherTest {

    private static final int MANY = 64;

    @TempDir Path directory;
    private final ProcFiles proc = ProcFiles.ofThisMachine();
    private final NodeLauncher launcher = new NodeLauncher(proc);

    /** Also where the threads are busy on which Java tells of ends. */
    @Test
    void howAProcessEndedIsKnownOnceItIsSeenToHaveEnded() throws Exception {
        var free = new CountDownLatch(1);
        IntStream.range(0, MANY).forEach(_ -> ForkJoinPool.commonPool().execute(() -> pass(free)));
        try {
            var mark =
                    launcher.launch(
                            List.of("/bin/sh", "-c", "exit 3"),
                            directory,
                            directory.resolve("log"));
            var processes = new NodeProcesses(directory.toString(), proc);
            await().atMost(Duration.ofSeconds(30)).until(() -> !processes.isAlive(mark));
            assertThat(launcher.takeExitCode(mark)).isEqualTo(3);
            assertThat(launcher.takeExitCode(mark)).as("taken once").isNull();
        } finally {
            free.countDown();
        }
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
