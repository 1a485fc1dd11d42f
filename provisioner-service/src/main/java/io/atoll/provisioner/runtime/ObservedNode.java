package io.atoll.provisioner.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What exists of a node.
///
/// @param run what was started last and whose end was not dealt with yet
/// @param followed what that, or the one before it, was started with
/// @param strays ids of further runs of the same node, which must not be
/// @param crashes ends in a row that nobody had asked for
/// @param startsAgain how often it was started after such an end
/// @param notBefore when it may be started again after such an end
/// @param lastExit what ended it the last time, in plain words
public record ObservedNode(
        String name,
        @Nullable Run run,
        @Nullable Followed followed,
        List<String> strays,
        int crashes,
        int startsAgain,
        @Nullable Instant notBefore,
        @Nullable String lastExit) {

    public ObservedNode {
        strays = List.copyOf(strays);
    }

    /// One life of a node.
    ///
    /// @param id as its runtime names it; another one after each start
    /// @param pid absent where it is no process of this machine
    /// @param stopping true: it was told to end
    public record Run(
            String id, @Nullable Long pid, Instant startedAt, boolean alive, boolean stopping) {}

    /// @param fingerprint of the blueprint
    /// @param restarts number of the restart that was asked for last
    public record Followed(String fingerprint, long restarts) {

        public static Followed of(NodeBlueprint node) {
            return new Followed(node.fingerprint(), node.restarts());
        }
    }

    public boolean isAlive() {
        return run != null && run.alive();
    }

    public boolean isStopping() {
        return run != null && run.alive() && run.stopping();
    }

    /// It ended and that was not dealt with yet.
    public boolean isDead() {
        return run != null && !run.alive();
    }

    public boolean follows(NodeBlueprint blueprint) {
        return Followed.of(blueprint).equals(followed);
    }
}
