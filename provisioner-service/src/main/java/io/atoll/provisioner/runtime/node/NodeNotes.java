package io.atoll.provisioner.runtime.node;

import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.machine.Removal;
import io.atoll.provisioner.runtime.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// States of nodes that have no directory of their own, `<root>/<cluster>/<node>.json`, and notes
/// of their endings, `<node>.ending`.
public record NodeNotes(Path root) {

    private static final String ENDING = ".ending";

    public NodeState of(ClusterId id, String node) {
        return NodeState.read(file(id, node));
    }

    public void save(ClusterId id, String node, NodeState state) throws IOException {
        Files.createDirectories(root.resolve(id.value()));
        try (var directory = RealDirectory.open(root, root.resolve(id.value()))) {
            state.write(directory, node + ".json");
        }
    }

    public void noteEnding(ClusterId id, String node, String run, String why) throws IOException {
        Files.createDirectories(root.resolve(id.value()));
        try (var directory = RealDirectory.open(root, root.resolve(id.value()))) {
            EndingNote.leave(directory, node + ENDING, run, why);
        }
    }

    public Optional<String> ending(ClusterId id, String node, String run) {
        try (var directory = RealDirectory.open(root, root.resolve(id.value()))) {
            return EndingNote.read(directory, node + ENDING, run);
        } catch (IOException noDirectory) {
            return Optional.empty();
        }
    }

    public void forgetEnding(ClusterId id, String node) throws IOException {
        try (var directory = RealDirectory.open(root, root.resolve(id.value()))) {
            directory.remove(node + ENDING);
        }
    }

    public void forget(ClusterId id, String node) throws IOException {
        Files.deleteIfExists(file(id, node));
        Files.deleteIfExists(root.resolve(id.value()).resolve(node + ENDING));
    }

    public void forget(ClusterId id) throws IOException {
        Removal.remove(root, root.resolve(id.value()));
    }

    private Path file(ClusterId id, String node) {
        return root.resolve(id.value()).resolve(node + ".json");
    }
}
