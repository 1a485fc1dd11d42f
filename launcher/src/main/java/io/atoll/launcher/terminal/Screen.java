package io.atoll.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines for the person at the terminal. Several threads write; every line is whole. Control and
/// invisible characters are shown by their numbers instead of sent.
public final class Screen {

    private static final Pattern HIDDEN = Pattern.compile("[[\\p{C}\\u2028\\u2029]&&[^\\n\\t]]");

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(HIDDEN.matcher(line).replaceAll(Screen::shown));
        out.flush();
    }

    private static String shown(MatchResult found) {
        var shown = new StringBuilder();
        found.group().chars().forEach(c -> shown.append("\\u%04x".formatted(c)));
        return Matcher.quoteReplacement(shown.toString());
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
