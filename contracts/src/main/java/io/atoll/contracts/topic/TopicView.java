package io.atoll.contracts.topic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the API shows it.
 *
 * @param underReplicated partitions with fewer in-sync replicas than replicas
 * @param records end offsets minus begin offsets, summed; an upper bound on compacted topics;
 *     absent in lists unless asked for
 * @param partitionDetails absent in lists
 * @param config settings that differ from the broker's defaults; in the answer for one topic
 */
public record TopicView(
        String name,
        int partitions,
        int replicationFactor,
        boolean internal,
        int underReplicated,
        @Nullable Long records,
        @Nullable List<Partition> partitionDetails,
        @Nullable Map<String, String> config) {

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
