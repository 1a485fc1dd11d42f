package io.atoll.launcher.stack;

import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What other processes can see of a run: its supervisor, whether it is ready and where.
public record RunRecord(Home home) {

    public ProcessRecords processes() {
        return new ProcessRecords(home.run());
    }

    /// The supervisor that runs now.
    public Optional<ProcessIdentity> supervisor() {
        return processes().alive(Run.SUPERVISOR);
    }

    /// The address, once everything is ready; empty while it starts or stops.
    public Optional<String> readyAt() {
        try {
            return supervisor().isPresent()
                    ? Optional.of(Files.readString(readyFile()))
                    : Optional.empty();
        } catch (IOException notReady) {
            return Optional.empty();
        }
    }

    /// Lines of name, state and port, as the supervisor wrote them last.
    public List<String[]> board() {
        try {
            return Files.readAllLines(boardFile()).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    void begin() throws IOException {
        Files.deleteIfExists(readyFile());
        Files.deleteIfExists(boardFile());
        processes().write(Run.SUPERVISOR, ProcessIdentity.current());
    }

    void ready(String address) throws IOException {
        Files.writeString(readyFile(), address);
    }

    void stopping() throws IOException {
        Files.deleteIfExists(readyFile());
    }

    void end() throws IOException {
        Files.deleteIfExists(boardFile());
        processes().remove(Run.SUPERVISOR);
    }

    Path boardFile() {
        return home.run().resolve("board");
    }

    private Path readyFile() {
        return home.run().resolve("ready");
    }
}
