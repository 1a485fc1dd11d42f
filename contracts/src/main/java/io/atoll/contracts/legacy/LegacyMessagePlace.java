package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /produce}. Here {@code timestamp} is the record's.
 *
 * @param timestamp milliseconds since the epoch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyMessagePlace(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        long timestamp,
        @Nullable String requestId) {}
