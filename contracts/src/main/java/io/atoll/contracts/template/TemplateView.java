package io.atoll.contracts.template;

import io.atoll.contracts.audit.Audited;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named, versioned defaults for a spec.
 *
 * @param parentId template whose values stand where this one is silent
 * @param brokers absent: the parent's
 * @param resolved this template with its parents' values filled in; absent in lists of versions
 * @param isBuiltin true: shipped with Atoll, cannot be changed or deleted
 */
public record TemplateView(
        String id,
        String name,
        @Nullable String description,
        String category,
        @Nullable String parentId,
        int version,
        @Nullable Integer brokers,
        KafkaConfig defaultKafkaConfig,
        @Nullable RestProxyConfig defaultRestProxyConfig,
        @Nullable UiConfig defaultUiConfig,
        Resources resources,
        List<String> tags,
        boolean isBuiltin,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Defaults resolved)
        implements Audited {

    /** What the whole cluster needs: megabytes of memory, gigabytes of disk. */
    public record Resources(
            int minMemoryMb, int minDiskGb, int recommendedMemoryMb, int recommendedDiskGb) {}

    /** The values a cluster of this template gets where its request is silent. */
    public record Defaults(
            int brokers,
            KafkaConfig kafkaConfig,
            @Nullable RestProxyConfig restProxyConfig,
            @Nullable UiConfig uiConfig) {}
}
