package io.atoll.launcher.home;

import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Free space under the data root, in bytes.
public final class DiskSpace {

    private static final long NEEDED = 1L << 30;
    private static final long NEEDED_FOR_CACHES = 3L << 30;

    private DiskSpace() {}

    public static void requireEnough(Path folder) throws IOException {
        var free = free(folder);
        if (free < NEEDED) {
            throw new PlainFailure(
                    "The disk of %s has %d MB left; Atoll needs 1 GB to start. Free some space or set ATOLL_HOME to a folder on another disk."
                            .formatted(folder, free >> 20));
        }
    }

    public static boolean enoughForCaches(Path folder) throws IOException {
        return free(folder) >= NEEDED_FOR_CACHES;
    }

    private static long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
