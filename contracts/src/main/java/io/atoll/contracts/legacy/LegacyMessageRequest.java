package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.atoll.contracts.topic.CreateTopicRequest;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /produce}.
 *
 * @param value a JSON object
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LegacyMessageRequest(
        @NotNull @Pattern(regexp = CreateTopicRequest.NAME, message = "is not a topic name")
                String topic,
        @Nullable String key,
        @NotNull Map<String, Object> value,
        @Nullable @Min(0) Integer partition,
        @Nullable @Size(max = 100) Map<@Size(min = 1, max = 200) String, String> headers) {}
