package io.atoll.launcher.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A Java program as a child: what runs and how.
///
/// @param entry main class, or empty when the first jar names it and the other jars
/// @param markers system properties by which the process is recognised
public record JvmProgram(
        String name,
        List<Path> classPath,
        String entry,
        Tuning tuning,
        List<String> markers,
        List<String> arguments) {

    /// The same when a cache is trained and when it is used, or the JVM refuses the cache.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xlog:aot*=off",
                    "-Xlog:cds*=off");

    /// Enough for a start with two or three collections; with half of it there were nine.
    private static final int FIRST_HEAP = 96;

    /// @param heap largest, in MiB
    public record Tuning(int heap, Compilation compilation) {}

    public JvmProgram {
        classPath = List.copyOf(classPath);
        markers = List.copyOf(markers);
        arguments = List.copyOf(arguments);
    }

    public List<String> command(AotUse use) {
        var words = flags();
        words.add("-Xms" + Math.min(tuning.heap(), FIRST_HEAP) + "m");
        words.add("-Xmx" + tuning.heap() + "m");
        words.add("-XX:NewSize=" + tuning.heap() / 3 + "m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(use.arguments());
        words.addAll(markers);
        words.addAll(entry.isEmpty() ? List.of("-jar", path()) : List.of("-cp", path(), entry));
        words.addAll(arguments);
        return words;
    }

    /// Makes a cache from the record of a run; the program itself is not run.
    List<String> cacheCommand(Path record, Path cache) {
        var words = new ArrayList<>(List.of("nice", "-n", "19"));
        words.addAll(flags());
        words.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + record,
                        "-XX:AOTCache=" + cache,
                        "-cp",
                        path()));
        return words;
    }

    /// Ends well if the JVM takes this cache for this program; the program itself is not run.
    List<String> proofOf(Path cache) {
        var words = flags();
        words.addAll(
                List.of(
                        "-Xmx" + tuning.heap() + "m",
                        "-XX:AOTMode=on",
                        "-XX:AOTCache=" + cache,
                        "-cp",
                        path(),
                        "-version"));
        return words;
    }

    /// What else a cache depends on.
    String flagsText() {
        return JavaHome.version() + FLAGS + tuning.compilation().flags();
    }

    private List<String> flags() {
        var words = new ArrayList<String>();
        words.add(JavaHome.java());
        words.addAll(FLAGS);
        words.addAll(tuning.compilation().flags());
        return words;
    }

    private String path() {
        if (entry.isEmpty()) {
            return classPath.getFirst().toString();
        }
        return classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
