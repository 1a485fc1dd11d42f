package io.atoll.contracts.cluster;

import io.atoll.contracts.audit.Audited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the API shows it: who it is, what is wanted, what is observed.
 *
 * @param templateVersion version of the template at the time the spec was made
 * @param running what is wanted; see {@code status.phase} for what is
 * @param deleting true from the request to delete until the cluster is gone
 * @param warnings what a person should know about this spec, for example memory that this machine
 *     lacks
 * @param need what it is promised of its machine
 */
public record ClusterView(
        String id,
        String name,
        @Nullable String description,
        ClusterKind kind,
        Origin origin,
        String environment,
        RuntimeName runtime,
        @Nullable String templateId,
        @Nullable Integer templateVersion,
        long generation,
        boolean running,
        boolean deleting,
        int brokers,
        KafkaConfig kafkaConfig,
        @Nullable RestProxyConfig restProxyConfig,
        @Nullable UiConfig uiConfig,
        @Nullable PortRequest ports,
        RetentionPolicy retentionPolicy,
        Map<String, String> tags,
        List<String> warnings,
        ClusterNeed need,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String createdBy,
        ClusterStatus status)
        implements Audited {}
