/**
 * What requests of every feature have in common: pages, entity tags, answers kept for repeated
 * requests. Knows no feature. Start at {@link io.atoll.registry.request.Replays}. Invariant: a
 * token of a page gives no rights; the query is checked anew each time.
 */
@NullMarked
package io.atoll.registry.request;

import org.jspecify.annotations.NullMarked;
