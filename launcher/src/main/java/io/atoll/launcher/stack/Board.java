package io.atoll.launcher.stack;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.child.State;
import io.atoll.launcher.child.Watcher;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the person at the terminal what happens to the children, and keeps the file `run/board`
/// (one line a part: name, state, port) for `status`.
final class Board implements Watcher {

    private final Screen screen;
    private final Path file;
    private final Map<String, String> lines = new LinkedHashMap<>();

    Board(Screen screen, Path file) {
        this.screen = screen;
        this.file = file;
    }

    @Override
    public void ready(Part part, Duration took, boolean first) {
        if (first) {
            screen.step(part.title(), "ready", took);
        } else {
            screen.say("%s is back after %.1f s.".formatted(part.title(), took.toMillis() / 1e3));
        }
    }

    @Override
    public void endedUnexpectedly(Part part, String how, Duration again) {
        screen.say(
                "%s stopped unexpectedly (%s); it starts again in %.1f s."
                        .formatted(part.title(), how, again.toMillis() / 1e3));
    }

    @Override
    public synchronized void changed(Part part, State state) {
        lines.put(part.name(), part.name() + "\t" + state.word() + "\t" + part.port());
        try {
            var unfinished = file.resolveSibling("board.new");
            Files.write(unfinished, lines.values());
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // A full disk makes `status` stale; it must not end the watch over the children.
        }
    }
}
