/**
 * Which cluster the routes without a cluster act on.
 *
 * <p>Lives here: the choice, one row for all of Atoll, and who may see and change it. Not here:
 * those routes, which are at the gateway. Start at {@link
 * io.atoll.registry.defaultcluster.DefaultClusterResource}. Invariant: a default cluster that the
 * caller may not see is answered as none.
 */
@NullMarked
package io.atoll.registry.defaultcluster;

import org.jspecify.annotations.NullMarked;
