/**
 * Signing in by an OpenID provider: authorization code with PKCE (RFC 7636, RFC 9700, OpenID
 * Connect Core). Off unless an issuer is configured. Start at {@link
 * io.atoll.gateway.oidc.ProviderSignIn}; sessions themselves are in the session package.
 *
 * <p>Invariant: the provider says who somebody is and in which groups, once for each sign-in;
 * nothing of a token is believed before its signature, issuer, audience and nonce hold.
 */
@NullMarked
package io.atoll.gateway.oidc;

import org.jspecify.annotations.NullMarked;
