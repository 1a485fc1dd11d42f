package io.atoll.provisioner.runtime.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import io.atoll.provisioner.machine.RealDirectory;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;

/// Whoever is about to end a node on purpose says so first, in a file: first line, which run of it;
/// second, why in one sentence. `./atoll down --all` writes the same files.
public final class EndingNote {

    private static final int MAX_BYTES = 1000;

    public static void leave(RealDirectory directory, String file, String run, String why)
            throws IOException {
        directory.replace(file, run + "\n" + why + "\n");
    }

    /// Why this run was ended on purpose; absent where it was not, or where the note cannot be
    /// read.
    public static Optional<String> read(RealDirectory directory, String file, String run) {
        try (var note = Channels.newInputStream(directory.open(file, READ))) {
            var lines = new String(note.readNBytes(MAX_BYTES), UTF_8).lines().toList();
            return lines.size() == 2 && lines.getFirst().equals(run)
                    ? Optional.of(lines.getLast())
                    : Optional.empty();
        } catch (IOException noNote) {
            return Optional.empty();
        }
    }

    private EndingNote() {}
}
