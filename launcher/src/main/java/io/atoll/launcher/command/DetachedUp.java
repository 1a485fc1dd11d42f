package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.stack.Run;
import io.atoll.launcher.stack.RunRecord;
import io.atoll.launcher.terminal.Screen;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts this program again in a session of its own, shows what it logs until it is ready, and
/// leaves it.
record DetachedUp(Settings settings, Screen screen) {

    private static final long PAUSE_MILLIS = 50;

    int run() throws IOException {
        var began = System.nanoTime();
        settings.home().create();
        var log = settings.home().log(Run.SUPERVISOR);
        var follower = LogFollower.atEnd(log);
        var supervisor = start(log);
        var record = new RunRecord(settings.home());
        try {
            while (record.readyAt().isEmpty()) {
                if (supervisor.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    follower.newLines().forEach(screen::say);
                    return 1;
                }
                follower.newLines().forEach(screen::say);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
        follower.newLines().forEach(screen::say);
        new Announcement(settings, screen).show(Duration.ofNanos(System.nanoTime() - began));
        return 0;
    }

    private static Process start(Path log) throws IOException {
        var words = new ArrayList<>(List.of("setsid"));
        for (var word : ProcessTable.arguments(ProcessHandle.current().pid())) {
            words.add(word.equals("--detach") ? Up.SUPERVISED : word);
        }
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
