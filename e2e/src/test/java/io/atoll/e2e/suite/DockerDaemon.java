package io.atoll.e2e.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The Docker daemon of this machine as a process: started by hand, it can be ended by hand. */
public final class DockerDaemon {
    private static final Path PID = Path.of("/var/run/docker.pid");
    private static final Path LOG = Path.of("/var/log/dockerd.log");

    private DockerDaemon() {}

    /**
     * True where a test may restart it: the machine says so ({@code ATOLL_MAY_RESTART_DOCKER}), and
     * no service manager would start it a second time.
     */
    public static boolean mayBeRestarted() {
        return "true".equals(System.getenv("ATOLL_MAY_RESTART_DOCKER")) && pid().isPresent();
    }

    /**
     * Kills it, waits until it is gone and starts it again as it was: again and again, for what it
     * left may be in its way at first.
     */
    public static void restart() {
        var pid = pid().orElseThrow();
        var command = command(pid);
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
        var next = new AtomicReference<>(start(command));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            if (!next.get().isAlive()) {
                                next.set(start(command));
                            }
                            return Docker.isThere();
                        });
    }

    private static Process start(List<String> command) {
        try {
            Files.deleteIfExists(PID);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(long pid) {
        try {
            var words =
                    Files.readString(
                            Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(("setsid\0" + words).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Long> pid() {
        try {
            return Files.exists(PID)
                    ? Optional.of(Long.parseLong(Files.readString(PID).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
