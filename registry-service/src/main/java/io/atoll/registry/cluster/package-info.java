/**
 * Clusters as they are wanted: the only writer of specs. What is observed of them is only kept here
 * for reading; see package status. Start at {@link io.atoll.registry.cluster.ClusterService}.
 * Invariant: each change is one transaction of the row, the full wish on {@code
 * atoll.clusters.desired.v1} and an event; generation rises with each.
 */
@NullMarked
package io.atoll.registry.cluster;

import org.jspecify.annotations.NullMarked;
