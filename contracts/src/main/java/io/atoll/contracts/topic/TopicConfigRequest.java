package io.atoll.contracts.topic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * Replaces a topic's own settings.
 *
 * @param config the whole of them; what is absent goes back to the broker's default
 */
public record TopicConfigRequest(
        @NotNull @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @NotNull @Size(max = 2_000) String> config) {}
