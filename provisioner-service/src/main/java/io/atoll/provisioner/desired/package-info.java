/**
 * What the registry wants: one row a cluster, kept up with the topic of wishes, and who may look.
 *
 * <p>Start at {@link io.atoll.provisioner.desired.DesiredConsumer}. Nothing is done about a wish
 * here but to mark its cluster due.
 *
 * <p>Invariant: each message has its effect once and in order; row, position and wake are one
 * transaction.
 */
@NullMarked
package io.atoll.provisioner.desired;

import org.jspecify.annotations.NullMarked;
