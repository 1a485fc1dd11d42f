/**
 * Brakes on guessing: failed sign-ins counted for an account from an address, and for an address.
 * Start at {@link io.atoll.gateway.identity.limit.SignInBrake}. An attempt is counted before the
 * password is looked at, so that many at once are not looked at for free.
 */
@NullMarked
package io.atoll.gateway.identity.limit;

import org.jspecify.annotations.NullMarked;
