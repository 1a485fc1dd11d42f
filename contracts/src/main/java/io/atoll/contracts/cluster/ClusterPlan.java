package io.atoll.contracts.cluster;

import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ClusterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation would do: the answer to {@code ?dry_run=true}.
 *
 * @param action create, update, start, stop, restart or delete
 * @param changes field by field, with values before and after; all fields for a create
 * @param warnings what a person should know before going on
 * @param need what the cluster would be promised, absent for a delete
 * @param spec the whole spec as it would be, absent for a delete
 */
public record ClusterPlan(
        String action,
        String clusterId,
        List<Change> changes,
        List<String> warnings,
        @Nullable ClusterNeed need,
        @Nullable ClusterSpec spec) {

    /**
     * @param pointer JSON pointer into the cluster
     * @param restarts true: nodes must be restarted for it
     */
    public record Change(
            String pointer, @Nullable String before, @Nullable String after, boolean restarts) {}
}
