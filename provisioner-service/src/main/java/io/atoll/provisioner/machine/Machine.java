package io.atoll.provisioner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Memory and disk of this machine.
public final class Machine {

    private Machine() {}

    public static long memoryTotalBytes() {
        return memory("MemTotal:");
    }

    /// Memory that new processes can have without swapping.
    public static long memoryFreeBytes() {
        return memory("MemAvailable:");
    }

    /// Free bytes where this directory is or will be; 0 where that cannot be told.
    public static long diskFreeBytes(Path directory) {
        Path place = directory;
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        try {
            return place == null ? 0 : Files.getFileStore(place).getUsableSpace();
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static long memory(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
