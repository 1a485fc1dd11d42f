package io.atoll.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingNoteTest {

    @TempDir Path machine;
    private final ProcessIdentity process = new ProcessIdentity(12, 345, "boot");
    private Path clusters;
    private EndingNote note;

    @BeforeEach
    void place() throws IOException {
        clusters = Files.createDirectories(machine.resolve("clusters"));
        note = new EndingNote(clusters);
    }

    @Test
    void namesTheProcessAndTheReasonAndReplacesAnOlderOne() throws IOException {
        var node = Files.createDirectories(clusters.resolve("orders/broker-1"));
        Files.writeString(node.resolve(EndingNote.FILE), "older");

        note.leave("orders", "broker-1", process);

        assertThat(Files.readAllLines(node.resolve(EndingNote.FILE)))
                .containsExactly("12@345", "Stopped together with Atoll.");
    }

    @Test
    void nothingIsWrittenThroughALinkOrOutside() throws IOException {
        var outside = Files.createDirectories(machine.resolve("outside/broker-1"));
        Files.createSymbolicLink(clusters.resolve("linked"), machine.resolve("outside"));
        var file = Files.writeString(machine.resolve("precious"), "x");
        var node = Files.createDirectories(clusters.resolve("orders/broker-1"));
        Files.createSymbolicLink(node.resolve(EndingNote.FILE), file);

        note.leave("linked", "broker-1", process);
        note.leave("..", "outside", process);
        note.leave("gone", "broker-1", process);
        note.leave("orders", "broker-1", process);

        assertThat(outside).isEmptyDirectory();
        assertThat(machine.resolve("outside").resolve(EndingNote.FILE)).doesNotExist();
        assertThat(file).hasContent("x");
        assertThat(node.resolve(EndingNote.FILE)).isRegularFile();
    }
}
