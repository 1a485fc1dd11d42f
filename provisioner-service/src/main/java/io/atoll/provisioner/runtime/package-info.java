/**
 * The contract between the control loop and whatever runs nodes: what exists, what should, and the
 * steps between. No Kafka, no database, no HTTP here.
 *
 * <p>Start at {@link io.atoll.provisioner.runtime.ClusterRuntime}; every decision is in {@link
 * io.atoll.provisioner.runtime.StepPlanner}, which is pure.
 *
 * <p>Invariant: names of created things are functions of cluster id and node, so whoever comes
 * after a crash finds them.
 */
@NullMarked
package io.atoll.provisioner.runtime;

import org.jspecify.annotations.NullMarked;
