package io.atoll.provisioner.runtime;

import io.atoll.contracts.runtime.LogLine;
import java.util.List;

/// Ability of a runtime to show what its nodes wrote.
public interface LogSource {

    /// The last lines, oldest first.
    Excerpt tail(ClusterId id, String node, int lines);

    /// Whole lines from a position on. A position past the end means that the log began anew:
    /// reading goes on at its start.
    Excerpt read(ClusterId id, String node, long position);

    /// @param next where to read on
    record Excerpt(List<LogLine> lines, long next) {
        public Excerpt {
            lines = List.copyOf(lines);
        }
    }
}
