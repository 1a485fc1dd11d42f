package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic in a list.
 *
 * @param sizeBytes never known, as there
 * @param partitionDetails never known, as there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyTopic(
        String name,
        int partitions,
        int replicationFactor,
        @Nullable Long sizeBytes,
        Map<String, String> config,
        @Nullable List<Object> partitionDetails,
        Instant timestamp,
        @Nullable String requestId) {}
