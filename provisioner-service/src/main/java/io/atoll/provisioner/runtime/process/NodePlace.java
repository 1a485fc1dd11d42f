package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.runtime.node.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The directory of one node: `data`, `config`, `logs` and the state file. Files are replaced by
/// rename, so a reader sees the old or the new one.
record NodePlace(Path directory) {

    Path data() {
        return directory.resolve("data");
    }

    Path config(String file) {
        return directory.resolve("config").resolve(file);
    }

    Path log() {
        return directory.resolve("logs").resolve("node.log");
    }

    NodeLogFile logFile() {
        return new NodeLogFile(log());
    }

    private Path stateFile() {
        return directory.resolve("state.json");
    }

    void prepare() throws IOException {
        Files.createDirectories(data());
        Files.createDirectories(directory.resolve("config"));
        Files.createDirectories(directory.resolve("logs"));
    }

    NodeState state() {
        return NodeState.read(stateFile());
    }

    void save(NodeState state) throws IOException {
        state.write(stateFile());
    }

    void writeConfig(String file, String content) throws IOException {
        replace(config(file), content);
    }

    boolean exists() {
        return Files.isDirectory(directory);
    }

    private static void replace(Path file, String content) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
