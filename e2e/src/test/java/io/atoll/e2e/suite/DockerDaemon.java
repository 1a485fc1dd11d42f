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

/** The Docker daemon of this machine as a process: started by hand, it can be ended by hand. */
public final class DockerDaemon {
    private static final Path PID = Path.of("/var/run/docker.pid");

    private DockerDaemon() {}

    /**
     * True where a test may restart it: the machine says so ({@code ATOLL_MAY_RESTART_DOCKER}), and
     * no service manager would start it a second time.
     */
    public static boolean mayBeRestarted() {
        return "true".equals(System.getenv("ATOLL_MAY_RESTART_DOCKER")) && pid().isPresent();
    }

    /** Kills it, waits until it is gone and starts it again as it was. */
    public static void restart() {
        var pid = pid().orElseThrow();
        var command = command(pid);
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
        try {
            Files.deleteIfExists(PID);
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(60)).until(Docker::isThere);
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
