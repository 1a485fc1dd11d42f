package io.atoll.provisioner.runtime.process;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The directory of one node: `data`, `config`, `logs` and the state file. Files are replaced by
/// rename, so a reader sees the old or the new one.
record NodePlace(Path directory) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

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

    /// A state that cannot be read counts as none: the marks on processes are enough.
    NodeState state() {
        try {
            return JSON.readValue(Files.readAllBytes(stateFile()), NodeState.class);
        } catch (IOException missingOrTorn) {
            return NodeState.NEW;
        }
    }

    void save(NodeState state) throws IOException {
        replace(stateFile(), JSON.writeValueAsString(state));
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
