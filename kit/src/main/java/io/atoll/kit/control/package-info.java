/**
 * One loop that makes what is wanted so: keys that are due stand in a table, replicas claim them
 * with a lease, a {@link io.atoll.kit.control.Reconciler} does the work. Knows no domain noun.
 * Start at {@link io.atoll.kit.control.ControlLoop}; the statements are in {@code Leases}.
 *
 * <p>Invariant: a key has at most one holder of its newest fence, and only that one can write
 * ({@link io.atoll.kit.control.DueStore#requireFence}). The database's clock is the only one that
 * decides.
 */
@NullMarked
package io.atoll.kit.control;

import org.jspecify.annotations.NullMarked;
