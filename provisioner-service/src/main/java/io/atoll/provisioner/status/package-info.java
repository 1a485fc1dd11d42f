/**
 * From what was found out about a cluster to what is told about it: conditions, phase, nodes, and
 * the events of a change. Pure but for {@link io.atoll.provisioner.status.StatusStore}.
 *
 * <p>Start at {@link io.atoll.provisioner.status.StatusCalculator}.
 *
 * <p>Invariants: a condition's transition time moves with its status alone; the sequence of a
 * cluster's messages never falls, not even over its deletion.
 */
@NullMarked
package io.atoll.provisioner.status;

import org.jspecify.annotations.NullMarked;
