package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /topics/{topic}/metadata}.
 *
 * @param consumerGroups always empty, as there
 * @param earliestOffset of all partitions, summed
 * @param latestOffset likewise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyTopicMetadata(
        String name,
        List<Partition> partitions,
        Map<String, String> config,
        List<String> consumerGroups,
        @Nullable Long messageCount,
        @Nullable Long earliestOffset,
        @Nullable Long latestOffset,
        Instant timestamp,
        @Nullable String requestId) {

    /**
     * @param leader null where there is none
     * @param isr in-sync replicas
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Partition(
            int partition, @Nullable Integer leader, List<Integer> replicas, List<Integer> isr) {}
}
