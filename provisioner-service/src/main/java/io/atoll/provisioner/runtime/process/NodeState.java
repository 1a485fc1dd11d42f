package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.ProcessMark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept about a node in its directory between two looks at it. No truth about what runs:
/// that is always checked.
///
/// @param process the process that was started last, absent once its end was dealt with
/// @param fingerprint of the blueprint it was started with; stays when it ends
/// @param crashes ends in a row that nobody had asked for
/// @param startsAgain starts after such an end, since the node exists
record NodeState(
        @Nullable ProcessMark process,
        @Nullable Instant startedAt,
        @Nullable Instant stoppingSince,
        @Nullable String fingerprint,
        long restarts,
        int crashes,
        int startsAgain,
        @Nullable Instant notBefore,
        @Nullable String lastExit) {

    static final NodeState NEW = new NodeState(null, null, null, null, 0, 0, 0, null, null);

    private static final Duration STABLE = Duration.ofSeconds(60);
    private static final int LONGEST_PAUSE_SECONDS = 60;

    NodeState started(ProcessMark mark, Instant at, String followed, long asked) {
        var again = crashes > 0 ? startsAgain + 1 : startsAgain;
        return new NodeState(mark, at, null, followed, asked, crashes, again, null, lastExit);
    }

    NodeState stopping(Instant at) {
        return new NodeState(
                process,
                startedAt,
                at,
                fingerprint,
                restarts,
                crashes,
                startsAgain,
                notBefore,
                lastExit);
    }

    /// The process ended: as asked for, or as a crash, followed by a pause of 1 s, 2 s, 4 s to
    /// 60 s, shortest again after a process that had lived for a minute.
    NodeState ended(Instant at, String how) {
        if (stoppingSince != null) {
            return new NodeState(
                    null, null, null, fingerprint, restarts, 0, startsAgain, null, "Stopped.");
        }
        var stable = startedAt != null && !at.isBefore(startedAt.plus(STABLE));
        var inARow = stable ? 1 : crashes + 1;
        var pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(inARow - 1, 10));
        return new NodeState(
                null,
                null,
                null,
                fingerprint,
                restarts,
                inARow,
                startsAgain,
                at.plusSeconds(pause),
                how);
    }
}
