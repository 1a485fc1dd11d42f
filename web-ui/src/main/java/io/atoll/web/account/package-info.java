/**
 * What belongs to who is signed in: password, sessions, API keys. Users in general are elsewhere.
 * Start at AccountResource. Invariant: a secret is on one page, once, and in no address.
 */
@NullMarked
package io.atoll.web.account;

import org.jspecify.annotations.NullMarked;
