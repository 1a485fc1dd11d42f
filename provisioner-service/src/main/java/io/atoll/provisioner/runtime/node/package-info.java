/**
 * What runtimes share about single nodes: what is kept between two looks, how an end is put in
 * words, what stands in the way of a step. Nothing of a platform here.
 *
 * <p>Start at {@link io.atoll.provisioner.runtime.node.NodeState}.
 *
 * <p>Invariant: what is kept is no truth about what runs; losing it costs counters.
 */
@NullMarked
package io.atoll.provisioner.runtime.node;

import org.jspecify.annotations.NullMarked;
