package io.atoll.provisioner.runtime.node;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a process ended, in plain words. Pure.
public final class LastExit {

    private static final int SIGNALLED = 128;

    /// What to look for in the log, most telling first.
    private enum Cause {
        PORT("Address already in use", "A port of this node is used by another program."),
        DISK(
                "No space left on device",
                "The disk is full: free some space, then it goes on by itself."),
        /// Of a mapped file, as indexes of Kafka are, the JVM does not tell the two apart.
        MAPPED(
                "a fault occurred in an unsafe memory access operation",
                "The disk is full or broken: free some space, then it goes on by itself."),
        HEAP("java.lang.OutOfMemoryError", "Out of memory: its heap is too small."),
        LOCKED("Failed to acquire lock", "Another process uses its data directory."),
        NATIVE("insufficient memory for the Java", "The machine had no memory left for it."),
        SETTING("ConfigException", "A setting is wrong.");

        private final String trace;
        private final String words;

        Cause(String trace, String words) {
            this.trace = trace;
            this.words = words;
        }
    }

    private LastExit() {}

    /// @param code exit code as Java gives it, absent where the process was no child of ours
    /// @param log the last lines that it wrote
    public static String explain(@Nullable Integer code, List<String> log) {
        if (code != null && code > SIGNALLED && code < SIGNALLED + 65) {
            return signalled(code - SIGNALLED);
        }
        var how = code == null ? "" : " (exit code " + code + ")";
        return cause(log)
                .map(words -> words + how)
                .orElse(code == null ? "It ended while nobody watched." : "It ended" + how + ".");
    }

    private static String signalled(int signal) {
        return switch (signal) {
            case 9 -> "Killed (signal 9), by hand or for lack of memory.";
            case 15 -> "Stopped from outside (signal 15).";
            case 6, 7, 11 -> "The JVM crashed (signal " + signal + ").";
            default -> "Ended by signal " + signal + ".";
        };
    }

    private static Optional<String> cause(List<String> log) {
        for (var cause : Cause.values()) {
            var line = log.stream().filter(text -> text.contains(cause.trace)).findFirst();
            if (line.isPresent()) {
                return Optional.of(
                        cause == Cause.SETTING
                                ? cause.words + " " + shortened(line.get())
                                : cause.words);
            }
        }
        return Optional.empty();
    }

    private static String shortened(String line) {
        var from = line.substring(Math.max(0, line.indexOf("ConfigException")));
        return from.length() <= 300 ? from : from.substring(0, 300) + "…";
    }
}
