package io.atoll.provisioner.reconcile;

import io.atoll.kit.control.Outcome;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.status.Assessment;
import java.time.Duration;

/** When to look at a cluster again. Pure. */
final class Outcomes {

    /** Looks at nodes that start wait themselves, so this is only the pause between two of them. */
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration BLOCKED = Duration.ofSeconds(2);
    private static final int RESTING = 6;

    private Outcomes() {}

    static Outcome of(Assessment found, Duration resync) {
        return switch (found.convergence()) {
            case Convergence.Blocked _ -> new Outcome.Again(BLOCKED);
            case Convergence.Preparing(var after, var _, var _) -> new Outcome.Again(after);
            case Convergence.Progressing(var after) ->
                    new Outcome.Again(after.compareTo(SOON) < 0 ? after : SOON);
            case Convergence.Converged _ when !found.wantsNodes() ->
                    new Outcome.Settled(resync.multipliedBy(RESTING));
            case Convergence.Converged _ when found.allAnswer() ->
                    found.companionsAnswer()
                            ? new Outcome.Settled(resync)
                            : new Outcome.Again(SOON);
            case Convergence.Converged _ -> new Outcome.Again(AT_ONCE);
        };
    }
}
