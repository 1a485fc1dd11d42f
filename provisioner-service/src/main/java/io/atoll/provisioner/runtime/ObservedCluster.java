package io.atoll.provisioner.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What exists of a cluster.
///
/// @param exists true: something of it is there, be it only an empty directory
/// @param dataEpoch of the data that is there
/// @param directory where its data lies, absent where the runtime has no directories
/// @param network that isolates it, absent where the runtime has none
/// @param unseen why it could not be looked at, one plain sentence; absent where it could
public record ObservedCluster(
        ClusterId id,
        boolean exists,
        long dataEpoch,
        @Nullable String directory,
        @Nullable String network,
        List<ObservedNode> nodes,
        @Nullable String unseen) {

    public ObservedCluster {
        nodes = List.copyOf(nodes);
    }

    public static ObservedCluster nothing(ClusterId id) {
        return new ObservedCluster(id, false, 0, null, List.of());
    }

    public static ObservedCluster unseen(ClusterId id, String why) {
        return new ObservedCluster(id, false, 0, null, null, List.of(), why);
    }

    /// Of a runtime without networks.
    public ObservedCluster(
            ClusterId id,
            boolean exists,
            long dataEpoch,
            @Nullable String directory,
            List<ObservedNode> nodes) {
        this(id, exists, dataEpoch, directory, null, nodes, null);
    }

    /// Where nothing is left to do but to wait until a node that died may be started again.
    public Convergence untilNextStart(Instant now) {
        return nodes.stream()
                .flatMap(node -> Optional.ofNullable(node.notBefore()).stream())
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .<Convergence>map(next -> new Convergence.Progressing(Duration.between(now, next)))
                .orElseGet(Convergence.Converged::new);
    }

    public Optional<ObservedNode> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    public boolean anyAlive() {
        return nodes.stream().anyMatch(node -> node.isAlive() || !node.strays().isEmpty());
    }
}
