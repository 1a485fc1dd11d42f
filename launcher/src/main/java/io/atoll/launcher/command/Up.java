package io.atoll.launcher.command;

import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.stack.Run;
import io.atoll.launcher.stack.RunRecord;
import io.atoll.launcher.stack.StackFactory;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// `up`: starts everything and stays until Ctrl-C or `down`. `up --detach` returns when all is
/// ready and leaves the supervisor behind.
public record Up(Settings settings, Screen screen) {

    static final String SUPERVISED = "--supervised";

    public int run(List<String> options) throws IOException {
        var record = new RunRecord(settings.home());
        if (!options.contains(SUPERVISED) && record.supervisor().isPresent()) {
            return alreadyRuns(record);
        }
        if (options.contains("--detach")) {
            return new DetachedUp(settings, screen).run();
        }
        return supervise(options.contains(SUPERVISED));
    }

    private int alreadyRuns(RunRecord record) {
        var pid = record.supervisor().orElseThrow().pid();
        screen.say(
                record.readyAt()
                        .map(address -> "Atoll is running at %s (pid %d).".formatted(address, pid))
                        .orElse("Atoll is starting or stopping just now (pid %d).".formatted(pid)));
        return 0;
    }

    private int supervise(boolean detached) throws IOException {
        var began = System.nanoTime();
        screen.say("Atoll starts; its data is in " + settings.home().root());
        var run = new Run(settings, new StackFactory(settings, Build.here())::all, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(run::end, "stop"));
        var ready =
                run.toTheEnd(
                        () -> {
                            if (!detached) {
                                new Announcement(settings, screen)
                                        .show(Duration.ofNanos(System.nanoTime() - began));
                            }
                        });
        return ready ? 0 : 1;
    }
}
