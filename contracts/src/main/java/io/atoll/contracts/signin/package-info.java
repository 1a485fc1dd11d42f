/** Signing in and out, tokens and sessions: requests and answers. */
@NullMarked
package io.atoll.contracts.signin;

import org.jspecify.annotations.NullMarked;
