/**
 * One Kafka node in one JVM: formats its storage when that is empty, starts, stops cleanly.
 *
 * <p>No choice about a cluster is made here: whoever starts a node writes its properties. Start
 * reading at {@link io.atoll.broker.BrokerMain}; tests use {@link io.atoll.broker.EmbeddedBroker}.
 *
 * <p>Invariant: formatted storage is never formatted again.
 */
@NullMarked
package io.atoll.broker;

import org.jspecify.annotations.NullMarked;
