/**
 * API keys: making, rotating and revoking them, and proving those that requests show. Start at
 * {@link io.atoll.gateway.identity.key.KeyService} and {@link
 * io.atoll.gateway.identity.key.LiveKeys}.
 *
 * <p>Invariant: a key may never more than its owner may at the time; it cannot make keys, manage
 * users, or sign in. Its secret is told once and stored as a hash.
 */
@NullMarked
package io.atoll.gateway.identity.key;

import org.jspecify.annotations.NullMarked;
