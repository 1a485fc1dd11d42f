/**
 * The limits that hold: settings, what admins changed, overrides of users and keys; and the routes
 * that change them. What is left of a limit is counted in the rate package. Start at {@link
 * io.atoll.gateway.rate.quota.Limits}. A change holds on every instance within 5 s.
 */
@NullMarked
package io.atoll.gateway.rate.quota;

import org.jspecify.annotations.NullMarked;
