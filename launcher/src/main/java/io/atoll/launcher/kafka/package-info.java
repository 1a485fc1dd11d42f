/** The embedded control Kafka: one node of the broker module with small settings. */
@NullMarked
package io.atoll.launcher.kafka;

import org.jspecify.annotations.NullMarked;
