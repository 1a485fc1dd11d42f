/**
 * Takes the configuration of a Local Kafka Manager, which knew one cluster, over into the cluster
 * {@code default}.
 *
 * <p>Lives here: reading its files and what of them becomes of a cluster. Not here: making the
 * cluster (registry). Start at {@link io.atoll.gateway.legacy.takeover.TakeoverFactory}. Invariant:
 * each setting of a file is taken, named as left out with the reason, or refused by its name.
 */
@NullMarked
package io.atoll.gateway.legacy.takeover;

import org.jspecify.annotations.NullMarked;
