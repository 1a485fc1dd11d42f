/**
 * The routes of the Local Kafka Manager, which knew one cluster: here they act on the default
 * cluster, through the routes of today and with the same rights.
 *
 * <p>Lives here: those routes and how requests and answers are translated. Not here: the shapes
 * themselves (contracts), the choice of the default cluster (registry). Start at {@link
 * io.atoll.gateway.legacy.DefaultCluster}. Invariant: nothing happens here that the caller could
 * not do by the routes of today.
 */
@NullMarked
package io.atoll.gateway.legacy;

import org.jspecify.annotations.NullMarked;
