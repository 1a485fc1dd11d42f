package io.atoll.contracts.spec;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a Kafka UI beside the cluster; its presence in a spec asks for one.
 *
 * @param enabled false in a request asks for none although the template has one
 * @param clustersConfig display settings of the UI by name
 */
public record UiConfig(
        @Nullable Boolean enabled,
        @Nullable @Pattern(regexp = KafkaConfig.HEAP, message = KafkaConfig.HEAP_MESSAGE)
                String heapSize,
        @Nullable @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @Size(max = 2_000) String> clustersConfig,
        @Nullable Boolean readonlyMode,
        @Nullable Boolean topicCreationEnabled,
        @Nullable Boolean topicDeletionEnabled) {

    public UiConfig {
        clustersConfig = clustersConfig == null ? null : Map.copyOf(clustersConfig);
    }
}
