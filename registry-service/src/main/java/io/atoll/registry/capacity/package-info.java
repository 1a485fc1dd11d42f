/**
 * Whether there is room for a cluster: what the machine has and what the quotas allow, held against
 * what all clusters are promised. What a cluster needs is worked out in package spec. Start at
 * {@link io.atoll.registry.capacity.CapacityService}. Invariant: whoever makes or grows a cluster
 * holds the lock from the look at the sums to the end of its transaction, so the sums never pass a
 * quota.
 */
@NullMarked
package io.atoll.registry.capacity;

import org.jspecify.annotations.NullMarked;
