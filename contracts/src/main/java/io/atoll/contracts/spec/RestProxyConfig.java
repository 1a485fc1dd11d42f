package io.atoll.contracts.spec;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a REST proxy beside the cluster; its presence in a spec asks for one.
 *
 * @param enabled false in a request asks for none although the template has one
 * @param consumerRequestTimeoutMs milliseconds
 * @param producerRequestTimeoutMs milliseconds
 */
public record RestProxyConfig(
        @Nullable Boolean enabled,
        @Nullable @Pattern(regexp = KafkaConfig.HEAP, message = KafkaConfig.HEAP_MESSAGE)
                String heapSize,
        @Nullable @Min(1) @Max(3_600_000) Integer consumerRequestTimeoutMs,
        @Nullable @Min(1) @Max(3_600_000) Integer producerRequestTimeoutMs,
        @Nullable @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @Size(max = 2_000) String> customProperties) {

    public RestProxyConfig {
        customProperties = customProperties == null ? null : Map.copyOf(customProperties);
    }
}
