package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.runtime.node.EndingNote;
import io.atoll.provisioner.runtime.node.NodeState;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The directory of one node: `data`, `config`, `logs` and the state file. Files are replaced by
/// rename, so a reader sees the old or the new one. Nothing is written through a symbolic link.
///
/// @param root of all clusters
record NodePlace(Path root, Path directory) {

    private static final String STATE = "state.json";
    private static final String ENDING = "ending.txt";

    Path data() {
        return directory.resolve("data");
    }

    private Path configs() {
        return directory.resolve("config");
    }

    Path config(String file) {
        return configs().resolve(file);
    }

    Path log() {
        return logs().resolve("node.log");
    }

    NodeLogFile logFile() {
        return new NodeLogFile(root, log());
    }

    /// Fails where a link stands for something that the node writes to.
    void prepare() throws IOException {
        for (var place : new Path[] {directory, data(), configs(), logs()}) {
            requireNoLink(place);
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(place);
            }
        }
        requireNoLink(log());
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    private static void requireNoLink(Path place) throws StepBlocked {
        if (Files.isSymbolicLink(place)) {
            throw new StepBlocked(
                    "SymbolicLink", place + " is a symbolic link, which is not followed.");
        }
    }

    NodeState state() {
        return NodeState.read(directory.resolve(STATE));
    }

    void save(NodeState state) throws IOException {
        try (var real = RealDirectory.open(root, directory)) {
            state.write(real, STATE);
        }
    }

    void noteEnding(String run, String why) throws IOException {
        try (var real = RealDirectory.open(root, directory)) {
            EndingNote.leave(real, ENDING, run, why);
        }
    }

    Optional<String> ending(String run) {
        try (var real = RealDirectory.open(root, directory)) {
            return EndingNote.read(real, ENDING, run);
        } catch (IOException noDirectory) {
            return Optional.empty();
        }
    }

    void forgetEnding() throws IOException {
        try (var real = RealDirectory.open(root, directory)) {
            real.remove(ENDING);
        }
    }

    void writeConfig(String file, String content) throws IOException {
        try (var real = RealDirectory.open(root, configs())) {
            real.replace(file, content);
        }
    }

    boolean exists() {
        return RealDirectory.exists(root, directory);
    }
}
