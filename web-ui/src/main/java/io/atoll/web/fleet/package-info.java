/**
 * The overview of all clusters: cards that stay current, counts, filters kept in the address. What
 * one cluster looks like in full is in the cluster package. Start at FleetResource. Invariant: a
 * fixed number of API calls, however many clusters there are.
 */
@NullMarked
package io.atoll.web.fleet;

import org.jspecify.annotations.NullMarked;
