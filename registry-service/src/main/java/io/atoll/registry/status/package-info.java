/**
 * What is observed of clusters: read from {@code atoll.clusters.status.v1}, kept in the rows of
 * package cluster, counted for metrics. Start at {@link
 * io.atoll.registry.status.ClusterStatusProjector}. Invariant: an older observation never replaces
 * a newer one, and a message that cannot be read never stops the ones behind it.
 */
@NullMarked
package io.atoll.registry.status;

import org.jspecify.annotations.NullMarked;
