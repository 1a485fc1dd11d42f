package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.stack.Run;
import io.atoll.launcher.stack.RunRecord;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Starts this program again in a session of its own, shows what it logs until it is ready, and
/// leaves it.
record DetachedUp(Settings settings, Screen screen) {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /// The log, then the command; prints the process id.
    private static final String DETACH = "setsid \"$@\" >>\"$0\" 2>&1 </dev/null & echo $!";

    int run() throws IOException {
        var began = System.nanoTime();
        settings.home().create();
        var log = settings.home().log(Run.SUPERVISOR);
        var follower = LogFollower.atEnd(log);
        var record = new RunRecord(settings.home());
        try {
            var supervisor = start(log);
            while (record.readyAt().isEmpty()) {
                if (!ProcessHandle.of(supervisor).map(ProcessHandle::isAlive).orElse(false)) {
                    follower.newLines().forEach(screen::say);
                    return 1;
                }
                follower.newLines().forEach(screen::say);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
        follower.newLines().forEach(screen::say);
        new Announcement(settings, screen).show(Duration.ofNanos(System.nanoTime() - began));
        return 0;
    }

    /// Answers the process id. A shell that ends at once starts it: the end of this program would
    /// wait 300 ms for the thread that waits for a child of its own.
    private static long start(Path log) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("sh", "-c", DETACH, log.toString()));
        for (var word : ProcessTable.arguments(ProcessHandle.current().pid())) {
            words.add(
                    word.equals("--detach")
                            ? Up.SUPERVISED
                            : word.replace("/up.jsa", "/supervisor.jsa"));
        }
        var shell =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var id = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (shell.waitFor() != 0 || id.isBlank()) {
            throw new IOException("A shell could not start the supervisor.");
        }
        return Long.parseLong(id.strip());
    }
}
