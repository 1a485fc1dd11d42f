/**
 * The control loop: one look at one cluster at a time, a few steps, what was found out is told.
 *
 * <p>Start at {@link io.atoll.provisioner.reconcile.ClusterReconciler}. Whatever happens (a wish, a
 * dead node, a timer, a restart) marks a cluster due; no branch here asks what it was.
 *
 * <p>Invariants: what exists is observed, never remembered; a run that lost its lease changes
 * nothing.
 */
@NullMarked
package io.atoll.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
