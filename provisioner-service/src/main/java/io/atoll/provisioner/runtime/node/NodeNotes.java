package io.atoll.provisioner.runtime.node;

import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.machine.Removal;
import io.atoll.provisioner.runtime.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// States of nodes that have no directory of their own: `<root>/<cluster>/<node>.json`.
public record NodeNotes(Path root) {

    public NodeState of(ClusterId id, String node) {
        return NodeState.read(file(id, node));
    }

    public void save(ClusterId id, String node, NodeState state) throws IOException {
        Files.createDirectories(root.resolve(id.value()));
        try (var directory = RealDirectory.open(root, root.resolve(id.value()))) {
            state.write(directory, node + ".json");
        }
    }

    public void forget(ClusterId id, String node) throws IOException {
        Files.deleteIfExists(file(id, node));
    }

    public void forget(ClusterId id) throws IOException {
        Removal.remove(root, root.resolve(id.value()));
    }

    private Path file(ClusterId id, String node) {
        return root.resolve(id.value()).resolve(node + ".json");
    }
}
