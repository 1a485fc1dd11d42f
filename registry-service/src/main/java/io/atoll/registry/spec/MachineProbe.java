package io.atoll.registry.spec;

import com.sun.management.OperatingSystemMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at the machine that this service runs on, which is where local nodes run. */
@ApplicationScoped
public class MachineProbe {

    private final Path home;

    MachineProbe(@ConfigProperty(name = "atoll.home") String home) {
        this.home = Path.of(home);
    }

    public Machine look() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long free = availableMemory().orElse(system.getFreeMemorySize());
        return new Machine(system.getTotalMemorySize(), free, freeDisk());
    }

    /** Linux counts what it can take back from its caches; other systems have no such file. */
    private static OptionalLong availableMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private long freeDisk() {
        Path existing = home.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // unknown: never a reason to warn
        }
    }
}
