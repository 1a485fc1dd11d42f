package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.stack.Leftovers;
import io.atoll.launcher.stack.RunRecord;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `down`: ends the suite, wherever it was started. `down --all` ends the nodes of managed clusters
/// too, after the suite, so that nothing starts them again.
public record Down(Settings settings, Screen screen) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    public int run(List<String> options) throws IOException, InterruptedException {
        var record = new RunRecord(settings.home());
        var supervisor = record.supervisor();
        if (supervisor.isPresent()) {
            end(supervisor.get(), record);
        }
        var left = new Leftovers(record.processes(), screen).stop();
        if (supervisor.isEmpty() && left == 0) {
            screen.say("Atoll is not running.");
        }
        if (options.contains("--all")) {
            new ManagedNodes(settings.home(), screen).stop();
            new ManagedContainers(settings, screen).stop();
        }
        return 0;
    }

    private void end(ProcessIdentity supervisor, RunRecord record)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        screen.say("Stopping Atoll; managed clusters keep running.");
        var remaining = new ArrayList<>(record.processes().allAlive().keySet());
        Signal.TERM.send(supervisor);
        while (supervisor.isAlive() && since(began).compareTo(LIMIT) < 0) {
            tellWhoEnded(remaining, record, since(began));
            pause(supervisor);
        }
        tellWhoEnded(remaining, record, since(began));
        if (supervisor.isAlive()) {
            screen.say("The supervisor (pid %d) does not end; killed.".formatted(supervisor.pid()));
            Signal.kill(supervisor);
        }
    }

    private void tellWhoEnded(List<String> remaining, RunRecord record, Duration took)
            throws IOException {
        var alive = record.processes().allAlive().keySet();
        for (var name : List.copyOf(remaining)) {
            if (!alive.contains(name)) {
                remaining.remove(name);
                screen.step(name, "stopped", took);
            }
        }
    }

    private static void pause(ProcessIdentity supervisor) throws InterruptedException {
        var handle = supervisor.handle();
        if (handle.isPresent()) {
            try {
                handle.get().onExit().get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException _) {
                // Looked at again by the caller.
            }
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
