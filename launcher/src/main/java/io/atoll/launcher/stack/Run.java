package io.atoll.launcher.stack;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.child.StartFailure;
import io.atoll.launcher.child.Supervisor;
import io.atoll.launcher.home.DiskSpace;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.LogLine;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// One run of the stack: from the lock to the last child's end.
///
/// ```
/// lock -> leftovers away -> ports free -> children start -> ready -> asked to end -> children stop
/// ```
public final class Run {

    public static final String SUPERVISOR = "supervisor";

    private static final int LINE = 600;

    /// Gives the parts; called once the data root is ours.
    @FunctionalInterface
    public interface Parts {
        List<Part> list() throws IOException;
    }

    private final Settings settings;
    private final Parts parts;
    private final Screen screen;
    private final Home home;
    private final RunRecord record;
    private final CompletableFuture<Void> askedToEnd = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    public Run(Settings settings, Parts parts, Screen screen) {
        this.settings = settings;
        this.parts = parts;
        this.screen = screen;
        home = settings.home();
        record = new RunRecord(home);
    }

    /// Blocks until the run has ended.
    ///
    /// @param whenReady called once everything is ready
    /// @return whether it became ready
    public boolean toTheEnd(Runnable whenReady) throws IOException {
        home.create();
        DiskSpace.requireEnough(home.root());
        try (var _ = RunLock.take(home).orElseThrow(Run::alreadyRuns)) {
            record.begin();
            return locked(whenReady);
        } finally {
            ended.countDown();
        }
    }

    /// Asks the run to end and waits until it has; for another thread than the run's.
    public void end() {
        askedToEnd.complete(null);
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean locked(Runnable whenReady) throws IOException {
        try {
            new Leftovers(record.processes(), screen).stop();
            var list = parts.list();
            new PortCheck(settings).requireFree(list);
            var supervisor =
                    new Supervisor(
                            list,
                            home::log,
                            record.processes(),
                            new Board(screen, record.boardFile()));
            return supervised(list, supervisor, whenReady);
        } finally {
            record.end();
        }
    }

    private boolean supervised(List<Part> list, Supervisor supervisor, Runnable whenReady)
            throws IOException {
        try (var upkeep = new Upkeep(home, list, supervisor)) {
            var ready = start(supervisor);
            if (ready) {
                record.ready(settings.address());
                whenReady.run();
                upkeep.begin();
                askedToEnd.join();
            }
            return ready;
        } finally {
            record.stopping();
            stop(supervisor);
        }
    }

    private boolean start(Supervisor supervisor) {
        try {
            return supervisor.start(askedToEnd);
        } catch (StartFailure failure) {
            screen.say("");
            screen.say(String.valueOf(failure.getMessage()));
            failure.lastLines().forEach(this::quote);
            return false;
        }
    }

    private void quote(String line) {
        var readable = LogLine.readable(line);
        screen.say("  | " + readable.substring(0, Math.min(readable.length(), LINE)));
    }

    private void stop(Supervisor supervisor) {
        var began = System.nanoTime();
        screen.say("Stopping Atoll; managed clusters keep running.");
        supervisor.stop(
                (part, forced) ->
                        screen.step(
                                part.title(),
                                forced ? "killed" : "stopped",
                                Duration.ofNanos(System.nanoTime() - began)));
    }

    private static PlainFailure alreadyRuns() {
        return new PlainFailure("Another run has begun meanwhile.");
    }
}
