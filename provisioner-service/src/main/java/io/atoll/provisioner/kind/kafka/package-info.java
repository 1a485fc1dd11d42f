/**
 * Kafka in KRaft mode: specs to the settings of nodes, and whether their clients are served.
 *
 * <p>One broker is its own controller; of more, the first three are controllers too. Start at
 * {@link io.atoll.provisioner.kind.kafka.KafkaKind}; every setting is in {@link
 * io.atoll.provisioner.kind.kafka.NodeSettings}.
 *
 * <p>Invariant: equal specs and ports give equal bytes.
 */
@NullMarked
package io.atoll.provisioner.kind.kafka;

import org.jspecify.annotations.NullMarked;
