/**
 * The routes of signing in and out, for programs and for browsers with their cookie and redirects.
 * Sign-ins themselves are in the session package. Start at {@link
 * io.atoll.gateway.identity.signin.AuthResource} and {@link
 * io.atoll.gateway.identity.signin.SessionResource}.
 *
 * <p>Invariant: a redirect never leaves this site, but for the configured provider.
 */
@NullMarked
package io.atoll.gateway.identity.signin;

import org.jspecify.annotations.NullMarked;
