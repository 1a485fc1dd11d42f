package io.atoll.contracts.cluster;

import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.spec.UiConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a cluster. What is absent comes from the template, and what the template leaves open
 * from the kind.
 *
 * @param id absent: made from the name
 * @param kind absent: kafka
 * @param runtime absent: the configured default
 * @param templateId absent: {@code development}
 * @param brokers absent: the template's
 * @param autoStart absent: true
 * @param readOnly absent: false
 * @param origin absent: managed
 */
public record CreateClusterRequest(
        @NotNull
                @Pattern(
                        regexp = ClusterNames.NAME,
                        message = "must be 1 to 80 printable characters")
                String name,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE) String id,
        @Nullable ClusterKind kind,
        @NotNull @Pattern(regexp = ClusterNames.ENVIRONMENT, message = ClusterNames.ID_MESSAGE)
                String environment,
        @Nullable RuntimeName runtime,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE)
                String templateId,
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
                        tags,
        @Nullable Boolean autoStart,
        @Nullable Boolean readOnly,
        @Nullable Origin origin)
        implements NewClusterRequest {}
