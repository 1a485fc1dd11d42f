package io.atoll.contracts.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.Audited;
import io.atoll.contracts.connection.CredentialsView;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.contracts.status.ClusterStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the API shows it: who it is, what is wanted, what is observed.
 *
 * @param runtime absent for an external cluster, as are its configuration and retention
 * @param templateVersion version of the template at the time the spec was made
 * @param running what is wanted; see {@code status.phase} for what is
 * @param deleting true from the request to delete until the cluster is gone
 * @param warnings what a person should know about this spec, for example memory that this machine
 *     lacks
 * @param need what it is promised of its machine; nothing for an external cluster
 * @param readOnly true: every change of it is refused, at every door
 * @param bootstrapServers of an external cluster
 * @param credentials what may be shown of those of an external cluster
 * @param privileges what the caller may do to the cluster itself; absent in the answer to a change
 */
public record ClusterView(
        String id,
        String name,
        @Nullable String description,
        ClusterKind kind,
        Origin origin,
        String environment,
        @Nullable RuntimeName runtime,
        @Nullable String templateId,
        @Nullable Integer templateVersion,
        long generation,
        boolean running,
        boolean deleting,
        int brokers,
        @Nullable KafkaConfig kafkaConfig,
        @Nullable RestProxyConfig restProxyConfig,
        @Nullable UiConfig uiConfig,
        @Nullable PortRequest ports,
        @Nullable RetentionPolicy retentionPolicy,
        Map<String, String> tags,
        List<String> warnings,
        ClusterNeed need,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String createdBy,
        boolean readOnly,
        @Nullable List<String> bootstrapServers,
        @Nullable CredentialsView credentials,
        @Nullable Map<String, String> clientProperties,
        ClusterStatus status,
        @Nullable Set<Permission> privileges)
        implements Audited {

    /** Whether the caller may do this to the cluster itself; false where nothing is said. */
    public boolean permits(Permission permission) {
        return privileges != null && privileges.contains(permission);
    }
}
