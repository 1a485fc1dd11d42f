package io.atoll.provisioner.runtime.node;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.runtime.ObservedNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept about a node in a file between two looks at it. No truth about what runs: that is
/// always checked.
///
/// @param run what was started last, absent once its end was dealt with
/// @param fingerprint of the blueprint it was started with; stays when it ends
/// @param crashes ends in a row that nobody had asked for
/// @param startsAgain starts after such an end, since the node exists
public record NodeState(
        @Nullable String run,
        @Nullable Instant startedAt,
        @Nullable Instant stoppingSince,
        @Nullable String fingerprint,
        long restarts,
        int crashes,
        int startsAgain,
        @Nullable Instant notBefore,
        @Nullable String lastExit) {

    public static final NodeState NEW = new NodeState(null, null, null, null, 0, 0, 0, null, null);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final Duration STABLE = Duration.ofSeconds(60);
    private static final int LONGEST_PAUSE_SECONDS = 60;

    /// A state that cannot be read counts as none: the marks on what runs are enough.
    public static NodeState read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), NodeState.class);
        } catch (IOException missingOrTorn) {
            return NEW;
        }
    }

    /// A reader sees the old or the new state.
    public void write(RealDirectory directory, String file) throws IOException {
        directory.replace(file, JSON.writeValueAsString(this));
    }

    /// What runs was started with this, if anything was.
    public ObservedNode.@Nullable Followed followed() {
        return fingerprint == null ? null : new ObservedNode.Followed(fingerprint, restarts);
    }

    public NodeState started(String begun, Instant at, String followed, long asked) {
        var again = crashes > 0 ? startsAgain + 1 : startsAgain;
        return new NodeState(begun, at, null, followed, asked, crashes, again, null, lastExit);
    }

    public NodeState stopping(Instant at) {
        return new NodeState(
                run,
                startedAt,
                at,
                fingerprint,
                restarts,
                crashes,
                startsAgain,
                notBefore,
                lastExit);
    }

    /// The process ended because somebody wanted it to.
    public NodeState stopped(String how) {
        return new NodeState(null, null, null, fingerprint, restarts, 0, startsAgain, null, how);
    }

    /// The process ended: as asked for, or as a crash, followed by a pause of 1 s, 2 s, 4 s to
    /// 60 s, shortest again after a process that had lived for a minute.
    public NodeState ended(Instant at, String how) {
        if (stoppingSince != null) {
            return stopped("Stopped.");
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
