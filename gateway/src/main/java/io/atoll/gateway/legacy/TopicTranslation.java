package io.atoll.gateway.legacy;

import io.atoll.contracts.legacy.LegacyTopic;
import io.atoll.contracts.legacy.LegacyTopicDone;
import io.atoll.contracts.legacy.LegacyTopicList;
import io.atoll.contracts.legacy.LegacyTopicMetadata;
import io.atoll.contracts.legacy.LegacyTopicRequest;
import io.atoll.contracts.topic.CreateTopicRequest;
import io.atoll.contracts.topic.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Topics of today as they were. Pure. */
final class TopicTranslation {
    private static final int STANDARD = 1;

    static LegacyTopicList list(List<TopicView> topics, Instant now, String requestId) {
        return new LegacyTopicList(
                topics.stream().map(topic -> topic(topic, now, requestId)).toList(),
                topics.size(),
                now,
                requestId);
    }

    static LegacyTopic topic(TopicView topic, Instant now, String requestId) {
        return new LegacyTopic(
                topic.name(),
                topic.partitions(),
                topic.replicationFactor(),
                null,
                Objects.requireNonNullElse(topic.config(), Map.of()),
                null,
                now,
                requestId);
    }

    static LegacyTopicMetadata metadata(TopicView topic, Instant now, String requestId) {
        var partitions =
                Objects.requireNonNullElse(
                        topic.partitionDetails(), List.<TopicView.Partition>of());
        return new LegacyTopicMetadata(
                topic.name(),
                partitions.stream()
                        .map(
                                p ->
                                        new LegacyTopicMetadata.Partition(
                                                p.partition(),
                                                p.leader(),
                                                p.replicas(),
                                                p.inSyncReplicas()))
                        .toList(),
                Objects.requireNonNullElse(topic.config(), Map.of()),
                List.of(),
                topic.records(),
                known(partitions.stream().map(TopicView.Partition::beginOffset).toList()),
                known(partitions.stream().map(TopicView.Partition::endOffset).toList()),
                now,
                requestId);
    }

    /** The sum, where no partition is without a leader that could tell. */
    private static @org.jspecify.annotations.Nullable Long known(List<Long> offsets) {
        return offsets.stream().anyMatch(offset -> offset < 0)
                ? null
                : offsets.stream().mapToLong(Long::longValue).sum();
    }

    static CreateTopicRequest request(LegacyTopicRequest request) {
        return new CreateTopicRequest(
                request.name(),
                Objects.requireNonNullElse(request.partitions(), STANDARD),
                Objects.requireNonNullElse(request.replicationFactor(), STANDARD),
                request.config());
    }

    /**
     * @param done {@code created} or {@code deleted}
     */
    static LegacyTopicDone done(String topic, String done) {
        return new LegacyTopicDone(
                true, "Topic '%s' %s successfully".formatted(topic, done), topic);
    }

    private TopicTranslation() {}
}
