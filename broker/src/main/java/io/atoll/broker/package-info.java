/**
 * One Kafka node in one JVM: formats its storage when that is empty, starts, stops cleanly.
 *
 * <p>Whoever starts a node writes its properties; in the control plane's Kafka alone it makes
 * topics and rights besides ({@code ControlPlane}). Start reading at {@link
 * io.atoll.broker.BrokerMain}; tests use {@link io.atoll.broker.EmbeddedBroker}.
 *
 * <p>Invariant: formatted storage is never formatted again.
 */
@NullMarked
package io.atoll.broker;

import org.jspecify.annotations.NullMarked;
