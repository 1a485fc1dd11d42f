/**
 * What is asked and answered about clusters. What is wanted of one is in {@link
 * io.atoll.contracts.spec}, what was observed of it in {@link io.atoll.contracts.status}. Start at
 * {@link io.atoll.contracts.cluster.ClusterView}.
 */
@NullMarked
package io.atoll.contracts.cluster;

import org.jspecify.annotations.NullMarked;
