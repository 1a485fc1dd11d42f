/**
 * How often who may ask: limits of classes of requests, overrides for single users and keys, and
 * what is left of them. Counting is the gateway's. Start at {@link
 * io.atoll.contracts.limit.LimitClass}.
 */
@NullMarked
package io.atoll.contracts.limit;

import org.jspecify.annotations.NullMarked;
