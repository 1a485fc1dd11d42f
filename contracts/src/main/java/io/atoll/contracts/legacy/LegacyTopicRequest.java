package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.atoll.contracts.topic.CreateTopicRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /topics}.
 *
 * @param partitions absent: 1, whatever the cluster's default is
 * @param replicationFactor absent: 1, likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LegacyTopicRequest(
        @NotNull
                @Pattern(
                        regexp = CreateTopicRequest.NAME,
                        message = "must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-'")
                String name,
        @Nullable @Min(1) @Max(1_000) Integer partitions,
        @Nullable @Min(1) @Max(10) Integer replicationFactor,
        @Nullable @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @Size(max = 2_000) String> config) {}
