package io.atoll.e2e.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Processes of this machine that belong to one home, read from /proc. */
public final class Processes {
    private final Path home;

    /**
     * @param command words of the command line
     */
    public record Found(long pid, List<String> command) {
        public boolean mentions(String part) {
            return command.stream().anyMatch(word -> word.contains(part));
        }

        /** Value of a system property given on the command line. */
        public Optional<String> property(String name) {
            var prefix = "-D" + name + "=";
            return command.stream()
                    .filter(word -> word.startsWith(prefix))
                    .map(word -> word.substring(prefix.length()))
                    .findFirst();
        }

        /** Ends the process without a warning, as a power cut would. */
        public void kill() {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }

        public boolean isAlive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    public Processes(Path home) {
        this.home = home;
    }

    /** Whatever names the home in its command line or environment, or works inside it. */
    public List<Found> all() {
        var self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(p -> p.pid() != self)
                .filter(this::isOurs)
                .map(p -> new Found(p.pid(), words(p.pid(), "cmdline")))
                .filter(p -> !p.command().isEmpty())
                .toList();
    }

    /** Nodes of managed clusters. */
    public List<Found> nodes() {
        return all().stream().filter(p -> p.property("atoll.cluster").isPresent()).toList();
    }

    public List<Found> nodes(String cluster) {
        return nodes().stream()
                .filter(p -> p.property("atoll.cluster").orElseThrow().equals(cluster))
                .toList();
    }

    private boolean isOurs(ProcessHandle process) {
        var pid = process.pid();
        return words(pid, "cmdline").stream().anyMatch(word -> word.contains(home.toString()))
                || words(pid, "environ").contains("ATOLL_HOME=" + home)
                || workingDirectory(pid).startsWith(home.toString());
    }

    private static List<String> words(long pid, String file) {
        try {
            var text = Files.readString(Path.of("/proc/" + pid, file), StandardCharsets.ISO_8859_1);
            return text.isEmpty() ? List.of() : List.of(text.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static String workingDirectory(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid, "cwd")).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
