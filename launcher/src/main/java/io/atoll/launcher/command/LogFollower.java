package io.atoll.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads what is added to a log. A log that was emptied is read from its new beginning.
final class LogFollower {

    private static final int MOST = 1 << 20;

    private final Path log;
    private long position;

    private LogFollower(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    static LogFollower atEnd(Path log) throws IOException {
        return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /// All lines. What a program wrote in another encoding is replaced, not refused.
    static List<String> lines(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    }

    /// Whole lines that came since the last call, at most 1 MB of them.
    List<String> newLines() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            file.seek(position);
            var bytes = new byte[(int) Math.min(MOST, file.length() - position)];
            file.readFully(bytes);
            var end = lastLineEnd(bytes);
            position += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
