package io.atoll.provisioner.runtime;

import java.time.Duration;
import java.util.List;

/// A cluster as a runtime must make it: equal specs give equal blueprints.
///
/// @param dataEpoch data of a lower epoch is wiped
/// @param running false: everything exists, no node runs
/// @param nodes in the order of their start
/// @param logRetention how long a runtime keeps older log files of nodes, where it has files
public record Blueprint(
        ClusterId id,
        long dataEpoch,
        boolean running,
        List<NodeBlueprint> nodes,
        Duration logRetention) {

    public Blueprint {
        nodes = List.copyOf(nodes);
    }

    /// The nodes that the cluster consists of.
    public List<NodeBlueprint> members() {
        return nodes.stream().filter(node -> !node.isCompanion()).toList();
    }

    /// What stands beside it.
    public List<NodeBlueprint> companions() {
        return nodes.stream().filter(NodeBlueprint::isCompanion).toList();
    }

    /// Upper bound of what all nodes take, for checks against the machine's memory.
    public long memoryBytes() {
        return nodes.stream().mapToLong(NodeBlueprint::memoryBytes).sum();
    }
}
