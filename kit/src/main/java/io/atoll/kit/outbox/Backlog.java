package io.atoll.kit.outbox;

/**
 * What waits to be published.
 *
 * @param ageSeconds of the oldest message
 */
record Backlog(long depth, double ageSeconds) {

    static final Backlog NONE = new Backlog(0, 0);
}
