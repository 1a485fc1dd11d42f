package io.atoll.launcher.stack;

import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.nio.file.Path;

/// A run of the embedded parts alone, as a program of its own, so that a test can kill it.
public final class Supervised {

    private Supervised() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new Settings(System.getenv());
        var screen = new Screen(System.out);
        var build = new Build(Path.of(System.getProperty("atoll.root")));
        var run = new Run(settings, new StackFactory(settings, build)::embedded, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(run::end, "stop"));
        try {
            System.exit(run.toTheEnd(() -> screen.say("All is ready.")) ? 0 : 1);
        } catch (PlainFailure failure) {
            screen.say(String.valueOf(failure.getMessage()));
            System.exit(1);
        }
    }
}
