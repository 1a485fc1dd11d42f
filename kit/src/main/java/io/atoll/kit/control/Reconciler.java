package io.atoll.kit.control;

import io.smallrye.mutiny.Uni;

/** Brings one key a few steps nearer to what is wanted. Idempotent; told only which key. */
@FunctionalInterface
public interface Reconciler {

    /**
     * Called on a duplicated Vert.x context of its own: what a run enters there, as its trace, is
     * seen by no other. A failure is tried again after a growing, jittered wait; what no retry can
     * mend is {@link Outcome.Halted}.
     */
    Uni<Outcome> reconcile(Claim claim);
}
