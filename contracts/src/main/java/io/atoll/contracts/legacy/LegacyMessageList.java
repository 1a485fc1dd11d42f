package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /consume}.
 *
 * @param consumerGroup as it was asked for; nobody joins it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyMessageList(
        List<Message> messages,
        String consumerGroup,
        String topic,
        int totalConsumed,
        boolean hasMore,
        Instant timestamp,
        @Nullable String requestId) {

    /**
     * @param value a JSON value, or a string where it is none
     * @param timestamp milliseconds since the epoch
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Message(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable Object value,
            long timestamp,
            @Nullable Map<String, @Nullable String> headers) {}
}
