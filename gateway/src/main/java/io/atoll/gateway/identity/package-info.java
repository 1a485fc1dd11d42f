/**
 * Who is it: credentials, users and their passwords, sign-ins, sessions, keys, the OpenID provider,
 * and how all instances hear that one of them holds no longer. What somebody may do is in {@link
 * io.atoll.gateway.rights}.
 */
@NullMarked
package io.atoll.gateway.identity;

import org.jspecify.annotations.NullMarked;
