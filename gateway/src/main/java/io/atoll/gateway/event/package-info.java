/**
 * What happened: the last events of the log in memory, a list of them, and streams that follow. The
 * log itself is in Kafka. Start at {@link io.atoll.gateway.event.EventStreams}. An event is written
 * as bytes once, whoever gets it; a subscriber is no more than a place in the log.
 */
@NullMarked
package io.atoll.gateway.event;

import org.jspecify.annotations.NullMarked;
