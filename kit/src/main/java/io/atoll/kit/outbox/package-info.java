/**
 * The only way out to Kafka: a message is a row in the transaction that gives reason for it, the
 * relay publishes and deletes it. Start at {@link io.atoll.kit.outbox.Outbox}, then {@code Relay}.
 *
 * <p>Invariant: every committed message arrives at least once, and of two messages of a key the
 * later committed one arrives last. Consumers put up with repetitions.
 */
@NullMarked
package io.atoll.kit.outbox;

import org.jspecify.annotations.NullMarked;
