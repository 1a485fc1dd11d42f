/**
 * Who is calling: credentials as they arrive, the keys, the two kinds of signed token, and the
 * identity that comes out. No database and no HTTP answers here. Start at {@link
 * io.atoll.gateway.identity.access.Identity}. Access tokens and internal tokens have different
 * keys, issuers and types, so that neither is ever taken for the other.
 */
@NullMarked
package io.atoll.gateway.identity.access;

import org.jspecify.annotations.NullMarked;
