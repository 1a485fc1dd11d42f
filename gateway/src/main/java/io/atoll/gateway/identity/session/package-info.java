/**
 * Sign-ins: browser sessions and families of refresh tokens, which are the same thing with another
 * life. Users and passwords are in the user package. Start at {@link
 * io.atoll.gateway.identity.session.SignInService} for making them and {@link
 * io.atoll.gateway.identity.proof.Authenticator} for using them. What ended is refused within 5 s,
 * here and on every other instance.
 */
@NullMarked
package io.atoll.gateway.identity.session;

import org.jspecify.annotations.NullMarked;
