package io.atoll.web.cluster;

import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.web.look.NodeLook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node with what it uses.
 *
 * @param usage absent where not known
 */
public record NodeRow(NodeStatus node, NodeLook look, UsageView.@Nullable Node usage) {

    static List<NodeRow> of(List<NodeStatus> nodes, @Nullable UsageView usage) {
        return nodes.stream()
                .map(n -> new NodeRow(n, NodeLook.of(n.state()), used(n, usage)))
                .toList();
    }

    private static UsageView.@Nullable Node used(NodeStatus node, @Nullable UsageView usage) {
        if (usage == null || !NodeLook.isUp(node)) {
            return null;
        }
        return usage.nodes().stream()
                .filter(u -> u.name().equals(node.name()))
                .findFirst()
                .orElse(null);
    }

    /** What it does in the cluster. */
    public String roles() {
        return String.join(" + ", node.roles());
    }
}
