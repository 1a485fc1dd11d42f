package io.atoll.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads `/proc` (proc(5)). What ends while it is read is left out.
public final class ProcessTable {

    private ProcessTable() {}

    /// Processes that have this very argument on their command line.
    public static List<ProcessIdentity> withArgument(String argument) {
        return ProcessHandle.allProcesses()
                .filter(one -> arguments(one.pid()).contains(argument))
                .flatMap(one -> ProcessIdentity.of(one.pid()).stream())
                .toList();
    }

    public static List<String> arguments(long pid) {
        try {
            var line = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
            var words = new String(line, StandardCharsets.UTF_8).split("\0", -1);
            return List.of(words).subList(0, words.length - 1);
        } catch (IOException gone) {
            return List.of();
        }
    }

    /// Bytes of memory that a process takes, pages it shares counted in part (`Pss`).
    public static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /// The same with all processes below it.
    public static long memoryOfAll(long pid) {
        var below = ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty);
        return Stream.concat(Stream.of(pid), below.map(ProcessHandle::pid))
                .mapToLong(ProcessTable::memory)
                .sum();
    }

    /// Name of the program, as `ps` shows it.
    public static Optional<String> name(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/comm")).strip());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
