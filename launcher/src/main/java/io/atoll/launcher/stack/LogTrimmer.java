package io.atoll.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Keeps each log below 20 MB: a longer one is copied to `<name>.log.1` and emptied. Its writer
/// appends, so it goes on at the new end.
record LogTrimmer(Path folder) {

    private static final long LIMIT = 20L << 20;

    void trim() {
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : logs) {
                if (Files.size(log) > LIMIT) {
                    trim(log);
                }
            }
        } catch (IOException _) {
            // Tried again in a minute.
        }
    }

    private static void trim(Path log) throws IOException {
        Files.copy(
                log,
                log.resolveSibling(log.getFileName() + ".1"),
                StandardCopyOption.REPLACE_EXISTING);
        try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }
}
