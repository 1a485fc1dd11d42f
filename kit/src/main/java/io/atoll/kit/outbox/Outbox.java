package io.atoll.kit.outbox;

import io.smallrye.mutiny.Uni;

/** Takes messages for Kafka. */
public interface Outbox {

    /**
     * Adds the message to the current transaction of Panache; fails outside of one. Flushes first,
     * so the locks of the rows that it tells about are taken before it gets its place in the order.
     */
    Uni<Void> append(OutboxMessage message);
}
