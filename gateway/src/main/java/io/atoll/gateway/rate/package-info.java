/**
 * Counts requests against limits and lets through what is within them: of a user or key by class of
 * the route, of an address where nobody is known, and how many run at once. Which limits hold is
 * said by the quota package. Start at {@link io.atoll.gateway.rate.Turnstile}. Counts are shared in
 * Redis; an instance spends what it has taken from there beforehand, so together they never let
 * through more than the limit while Redis answers.
 */
@NullMarked
package io.atoll.gateway.rate;

import org.jspecify.annotations.NullMarked;
