package io.atoll.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One process of one boot. A pid alone is given again to others; with the start time in clock
/// ticks since boot (field 22 of `/proc/<pid>/stat`, proc(5)) and the boot's id it is unique.
public record ProcessIdentity(long pid, long startTicks, String boot) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    public static ProcessIdentity current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /// Empty when there is no such process.
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (afterName[0].equals("Z")) {
                return Optional.empty();
            }
            return Optional.of(
                    new ProcessIdentity(pid, Long.parseLong(afterName[19]), currentBoot()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(_ -> isAlive());
    }

    String text() {
        return pid + " " + startTicks + " " + boot;
    }

    static Optional<ProcessIdentity> parse(String text) {
        var words = text.strip().split(" ", -1);
        if (words.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ProcessIdentity(
                            Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String currentBoot() throws IOException {
        return Files.readString(BOOT_ID).strip();
    }
}
