package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /topics}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyTopicList(
        List<LegacyTopic> topics, int totalCount, Instant timestamp, @Nullable String requestId) {}
