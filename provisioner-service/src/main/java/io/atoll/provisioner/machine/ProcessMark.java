package io.atoll.provisioner.machine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one process for good: pids are used again, a pid with its start time is not.
///
/// @param startTicks clock ticks from the start of the machine to that of the process
public record ProcessMark(long pid, long startTicks) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})@(\\d{1,18})");

    /// Reads what {@link #toString} gives; absent for anything else.
    public static Optional<ProcessMark> parse(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .map(m -> new ProcessMark(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))));
    }

    @Override
    public String toString() {
        return pid + "@" + startTicks;
    }
}
