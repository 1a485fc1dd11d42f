package io.atoll.contracts.topic;

import io.atoll.contracts.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the API shows it.
 *
 * @param underReplicated partitions with fewer in-sync replicas than replicas
 * @param records end offsets minus begin offsets, summed; an upper bound on compacted topics;
 *     absent in lists unless asked for
 * @param partitionDetails absent in lists
 * @param config settings that differ from the broker's defaults; in the answer for one topic
 * @param privileges what the caller may do to it; absent in the answer to a change
 */
public record TopicView(
        String name,
        int partitions,
        int replicationFactor,
        boolean internal,
        int underReplicated,
        @Nullable Long records,
        @Nullable List<Partition> partitionDetails,
        @Nullable Map<String, String> config,
        @Nullable Set<Permission> privileges) {

    /** The same for a caller who may do this. */
    public TopicView permitting(Set<Permission> privileges) {
        return new TopicView(
                name,
                partitions,
                replicationFactor,
                internal,
                underReplicated,
                records,
                partitionDetails,
                config,
                privileges);
    }

    /**
     * @param leader node id, absent where there is none
     */
    public record Partition(
            int partition,
            @Nullable Integer leader,
            List<Integer> replicas,
            List<Integer> inSyncReplicas,
            long beginOffset,
            long endOffset) {}
}
