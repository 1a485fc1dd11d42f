/**
 * Roles, groups, users and grants as one document, out and in. An import adds and changes, it takes
 * nothing away. Start at {@link io.atoll.gateway.rights.exchange.ExchangePlanner}.
 */
@NullMarked
package io.atoll.gateway.rights.exchange;

import org.jspecify.annotations.NullMarked;
