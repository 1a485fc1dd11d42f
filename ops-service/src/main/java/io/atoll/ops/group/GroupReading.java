package io.atoll.ops.group;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a cluster said about some groups.
 *
 * @param led partitions that have a leader, of those that the groups read
 */
record GroupReading(
        Answers<String, ConsumerGroupDescription> groups,
        Answers<String, Map<TopicPartition, OffsetAndMetadata>> committed,
        Set<TopicPartition> led,
        Answers<TopicPartition, ListOffsetsResultInfo> ends) {}
