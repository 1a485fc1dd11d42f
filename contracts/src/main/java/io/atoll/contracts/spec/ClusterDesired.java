package io.atoll.contracts.spec;

import io.atoll.contracts.access.ClusterScope;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full wish for one cluster, as published on {@link
 * io.atoll.contracts.Topics#CLUSTERS_DESIRED}: never a diff.
 *
 * @param generation rises with each change of the spec
 * @param deleted true: the cluster must cease to exist
 * @param need what the registry promised it; absent in messages of earlier versions
 * @param createdBy whose cluster it is, absent in messages of earlier versions
 * @param subject who made this change
 * @param readOnly true: nothing may change the cluster; false in messages of earlier versions
 */
public record ClusterDesired(
        String id,
        String name,
        String environment,
        Map<String, String> tags,
        long generation,
        boolean deleted,
        ClusterSpec spec,
        @Nullable ClusterNeed need,
        @Nullable String createdBy,
        @Nullable String subject,
        Instant updatedAt,
        boolean readOnly) {

    public ClusterDesired {
        tags = Map.copyOf(tags);
    }

    /** What grants are held against. */
    public ClusterScope scope() {
        return new ClusterScope(id, environment, tags);
    }
}
