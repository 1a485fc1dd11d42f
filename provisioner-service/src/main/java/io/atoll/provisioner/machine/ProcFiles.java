package io.atoll.provisioner.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads /proc (see proc(5)). A process that ends while it is read counts as not there.
public final class ProcFiles {

    /// USER_HZ, which is 100 on every Linux that Java runs on.
    private static final long TICKS_PER_SECOND = 100;

    private final Path root;

    public ProcFiles(Path root) {
        this.root = root;
    }

    public static ProcFiles ofThisMachine() {
        return new ProcFiles(Path.of("/proc"));
    }

    /// @param zombie it ended and only waits for its parent to notice
    public record Stat(ProcessMark mark, boolean zombie, long cpuMillis) {}

    public Optional<Stat> stat(long pid) {
        return read(pid, "stat").map(line -> parse(pid, line));
    }

    /// Fields are counted after the name, which is in parentheses and may hold anything.
    private static Stat parse(long pid, String line) {
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new Stat(
                new ProcessMark(pid, Long.parseLong(fields[19])),
                fields[0].equals("Z") || fields[0].equals("X"),
                ticks * 1000 / TICKS_PER_SECOND);
    }

    public List<String> commandLine(long pid) {
        return read(pid, "cmdline").map(line -> List.of(line.split("\0", -1))).orElse(List.of());
    }

    public long residentBytes(long pid) {
        return read(pid, "status").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    public Instant startOf(ProcessMark mark) {
        return bootTime().plusMillis(mark.startTicks() * 1000 / TICKS_PER_SECOND);
    }

    private Instant bootTime() {
        try (Stream<String> lines = Files.lines(root.resolve("stat"))) {
            return lines.filter(line -> line.startsWith("btime "))
                    .map(line -> Instant.ofEpochSecond(Long.parseLong(line.substring(6))))
                    .findFirst()
                    .orElse(Instant.EPOCH);
        } catch (IOException unreadable) {
            return Instant.EPOCH;
        }
    }

    public List<Long> pids() {
        var pids = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(root, "[0-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException unreadable) {
            return List.of();
        }
        return pids;
    }

    private Optional<String> read(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(
                            root.resolve(Long.toString(pid)).resolve(file),
                            StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
