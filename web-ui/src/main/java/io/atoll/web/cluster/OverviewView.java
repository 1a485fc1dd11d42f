package io.atoll.web.cluster;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.web.usage.UsageLook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The overview tab.
 *
 * @param usage absent where not known
 * @param usageAway why, absent where nothing is to be said
 */
public record OverviewView(
        List<ConditionLook> steps,
        Map<String, String> endpoints,
        List<NodeRow> nodes,
        List<Snippet> snippets,
        @Nullable UsageLook usage,
        @Nullable String usageAway) {

    static OverviewView of(
            ClusterFrame frame,
            List<NodeRow> nodes,
            @Nullable UsageLook usage,
            @Nullable String usageAway) {
        ClusterView cluster = frame.cluster();
        return new OverviewView(
                ConditionLook.steps(cluster.status().conditions(), frame.look()),
                new TreeMap<>(cluster.status().endpoints()),
                nodes,
                Snippet.of(cluster),
                usage,
                usageAway);
    }
}
