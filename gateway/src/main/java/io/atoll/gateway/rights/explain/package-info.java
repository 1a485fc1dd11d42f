/**
 * What a user may do, on which cluster, and why: the answer for people who ask before an incident
 * does. Start at {@link io.atoll.gateway.rights.explain.RightsExplainer}; it decides nothing, it
 * asks the same {@link io.atoll.contracts.access.Rights} that decides.
 */
@NullMarked
package io.atoll.gateway.rights.explain;

import org.jspecify.annotations.NullMarked;
