/**
 * What other services report through control topics, brought into this one's rows: one thread, one
 * message after another, in order.
 *
 * <p>Invariant: a message is passed over only when its effect is stored, or it stands in the topic
 * for dead ones. Messages are whole states, so that reading one twice does no harm.
 */
@NullMarked
package io.atoll.registry.observation;

import org.jspecify.annotations.NullMarked;
