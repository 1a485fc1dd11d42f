/**
 * Limits of requests: what the visitor has left, and for administrators the limits themselves with
 * the users and keys that have others. Start at {@link io.atoll.web.limit.QuotaResource}. Nothing
 * is counted here: all figures are the gateway's.
 */
@NullMarked
package io.atoll.web.limit;

import org.jspecify.annotations.NullMarked;
