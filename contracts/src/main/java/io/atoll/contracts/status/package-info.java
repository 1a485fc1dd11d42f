/**
 * What was observed of a cluster. Start at {@link io.atoll.contracts.status.ClusterStatus}. Only
 * the provisioner, and ops for clusters that run elsewhere, write it.
 */
@NullMarked
package io.atoll.contracts.status;

import org.jspecify.annotations.NullMarked;
