package io.atoll.contracts.cluster;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.UiConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes a cluster: what is absent stays as it is; maps and objects given replace the old ones
 * field by field.
 *
 * @param bootstrapServers of an external cluster; other ones need its credentials again
 * @param credentials of an external cluster; absent: those that it has
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
                        tags,
        @Nullable Boolean readOnly,
        @Nullable @Size(min = 1, max = 20) List<@NotNull @Size(max = 300) String> bootstrapServers,
        @Nullable @Valid Credentials<Secret> credentials,
        @Nullable @Size(max = 20)
                Map<@Size(max = 200) String, @NotNull @Size(max = 2_000) String> clientProperties) {

    /** New credentials for an external cluster, and nothing else. */
    public static UpdateClusterRequest of(Credentials<Secret> credentials) {
        return new UpdateClusterRequest(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                credentials,
                null);
    }
}
