/**
 * Signing in by an OpenID provider: browsers on their way there and back, the users whom it vouches
 * for and their rights. Off unless an issuer is configured. Start at {@link
 * io.atoll.gateway.identity.oidc.ProviderSignIn}. What the provider says is found out in the
 * provider package, sessions are made in the session package.
 *
 * <p>Invariant: it says who somebody is and in which groups, once for each sign-in, and never takes
 * over a user that was made here.
 */
@NullMarked
package io.atoll.gateway.identity.oidc;

import org.jspecify.annotations.NullMarked;
