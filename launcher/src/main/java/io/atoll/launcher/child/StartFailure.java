package io.atoll.launcher.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A child that did not become ready.
public final class StartFailure extends RuntimeException {

    private static final int LINES = 12;

    private final transient Path log;

    StartFailure(Part part, String how, Path log) {
        super("%s did not start (%s). The last lines of %s:".formatted(part.title(), how, log));
        this.log = log;
    }

    public List<String> lastLines() {
        try {
            // Read so that a line in another encoding does not hide the reason.
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of(unreadable.toString());
        }
    }
}
