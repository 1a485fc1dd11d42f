/**
 * Topics and records of one Kafka cluster as the API shows them. Start at {@link
 * io.atoll.contracts.topic.TopicView}.
 */
@NullMarked
package io.atoll.contracts.topic;

import org.jspecify.annotations.NullMarked;
