package io.atoll.registry.template;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template says in one version; what is absent is its parent's. */
public record TemplateBody(
        String name,
        @Nullable String description,
        String category,
        @Nullable String parentId,
        @Nullable Integer brokers,
        KafkaConfig kafkaConfig,
        @Nullable RestProxyConfig restProxyConfig,
        @Nullable UiConfig uiConfig,
        Needs needs,
        List<String> tags) {

    /** What is asked of a machine: megabytes of memory, gigabytes of disk. */
    public record Needs(
            @Nullable Integer minMemoryMb,
            @Nullable Integer minDiskGb,
            @Nullable Integer recommendedMemoryMb,
            @Nullable Integer recommendedDiskGb) {}

    public TemplateBody {
        tags = List.copyOf(tags);
    }
}
