/**
 * Who a credential belongs to, now: a token or a cookie of a sign-in, or an API key. Start at
 * {@link io.atoll.gateway.identity.proof.Authenticator}. What it says is asked again and again
 * while a stream is open.
 */
@NullMarked
package io.atoll.gateway.identity.proof;

import org.jspecify.annotations.NullMarked;
