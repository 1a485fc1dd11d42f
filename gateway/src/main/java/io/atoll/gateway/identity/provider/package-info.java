/**
 * What the OpenID provider is asked and what it answers: its document, its keys, tokens for codes
 * (RFC 7636, RFC 9207, OpenID Connect Core). Users and sessions are in the oidc package. Start at
 * {@link io.atoll.gateway.identity.provider.CodeExchange}.
 *
 * <p>Invariant: nothing of a token is believed before its signature, issuer, audience and time
 * hold; calls are bounded in time and size and never led on.
 */
@NullMarked
package io.atoll.gateway.identity.provider;

import org.jspecify.annotations.NullMarked;
