package io.atoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processes as /proc shows them. What has ended meanwhile has empty files. */
final class Proc {
    private static final Pattern NUL = Pattern.compile("\0");

    private Proc() {}

    /** Pids of all processes that name the home in command line or environment, or work in it. */
    static Stream<Long> of(Path home) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(pid -> !command(pid).isEmpty())
                .filter(pid -> isOf(home, pid));
    }

    static List<String> command(long pid) {
        return NUL.splitAsStream(read(pid, "cmdline")).filter(w -> !w.isEmpty()).toList();
    }

    /** Command line of a process of the home with this word in it. */
    static Optional<List<String>> commandWith(Path home, String word) {
        return of(home).map(Proc::command).filter(c -> c.contains(word)).findFirst();
    }

    static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid, file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static boolean isOf(Path home, long pid) {
        return command(pid).stream().anyMatch(word -> word.contains(home.toString()))
                || NUL.splitAsStream(read(pid, "environ")).anyMatch(("ATOLL_HOME=" + home)::equals)
                || directory(pid).startsWith(home.toString());
    }

    private static String directory(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid, "cwd")).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
