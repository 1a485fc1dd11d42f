/**
 * What is remembered of credentials, and how every instance hears within seconds that it holds no
 * longer. Start at {@link io.atoll.gateway.identity.revocation.AccessChanges}.
 */
@NullMarked
package io.atoll.gateway.identity.revocation;

import org.jspecify.annotations.NullMarked;
