package io.atoll.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Lines for the person at the terminal. Several threads write; every line is whole.
public final class Screen {

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    public void step(String what, String state, Duration took) {
        say(
                String.format(
                        Locale.ROOT,
                        "  %-12s %-8s %5.1f s",
                        what,
                        state,
                        took.toMillis() / 1000.0));
    }
}
