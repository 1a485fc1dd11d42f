package io.atoll.contracts.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes a cluster: what is absent stays as it is; maps and objects given replace the old ones
 * field by field.
 */
public record UpdateClusterRequest(
        @Nullable
                @Pattern(
                        regexp = ClusterNames.NAME,
                        message = "must be 1 to 80 printable characters")
                String name,
        @Nullable @Pattern(regexp = ClusterNames.ENVIRONMENT, message = ClusterNames.ID_MESSAGE)
                String environment,
        @Nullable @Size(max = 2_000) String description,
        @Nullable Integer brokers,
        @Nullable @Valid KafkaConfig kafkaConfig,
        @Nullable @Valid RestProxyConfig restProxyConfig,
        @Nullable @Valid UiConfig uiConfig,
        @Nullable @Valid PortRequest ports,
        @Nullable @Valid RetentionPolicy retentionPolicy,
        @Nullable @Size(max = 50)
                Map<
                                @Pattern(
                                        regexp = ClusterNames.TAG_KEY,
                                        message = "is not a tag key")
                                String,
                                @Size(max = 200) String>
                        tags) {}
