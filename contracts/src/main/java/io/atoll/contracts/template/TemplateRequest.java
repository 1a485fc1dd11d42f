package io.atoll.contracts.template;

import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template, or the next version of one.
 *
 * @param id absent: made from the name; must be absent or equal to the path's on update
 * @param category absent: custom
 * @param parentId template that this one extends
 * @param fromClusterId takes the values of an existing cluster; fields given here win
 */
public record TemplateRequest(
        @NotNull
                @Pattern(
                        regexp = ClusterNames.NAME,
                        message = "must be 1 to 80 printable characters")
                String name,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE) String id,
        @Nullable @Size(max = 2_000) String description,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE)
                String category,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE)
                String parentId,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE)
                String fromClusterId,
        @Nullable Integer brokers,
        @Nullable @Valid KafkaConfig defaultKafkaConfig,
        @Nullable @Valid RestProxyConfig defaultRestProxyConfig,
        @Nullable @Valid UiConfig defaultUiConfig,
        @Nullable @Min(64) @Max(1_048_576) Integer minMemoryMb,
        @Nullable @Min(0) @Max(1_048_576) Integer minDiskGb,
        @Nullable @Min(64) @Max(1_048_576) Integer recommendedMemoryMb,
        @Nullable @Min(0) @Max(1_048_576) Integer recommendedDiskGb,
        @Nullable @Size(max = 50) List<@Size(min = 1, max = 63) String> tags) {}
