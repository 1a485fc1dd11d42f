package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Program;
import io.atoll.provisioner.runtime.ObservedNode.Followed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line of a Kafka node. Flags and class path are those that the ahead-of-time cache
/// was made with, else the JVM would not use it.
final class NodeCommand {

    private static final String MAIN = "io.atoll.broker.BrokerMain";
    private static final int SMALL_HEAP_MEGABYTES = 512;
    private static final int LARGE_HEAP_MEGABYTES = 4096;
    private static final int CRASHES_WITHOUT_CACHE = 2;

    private final ProcessSettings settings;

    NodeCommand(ProcessSettings settings) {
        this.settings = settings;
    }

    /// @param crashes ends in a row that nobody asked for; from the second one on the cache is done
    ///     without, in case it is to blame
    List<String> of(ClusterId id, NodeBlueprint node, Program program, NodePlace place, int crashes)
            throws IOException {
        var command = new ArrayList<String>();
        setsid().ifPresent(command::add);
        command.add(settings.javaHome().resolve("bin/java").toString());
        command.addAll(jvmFlags(node.heapMegabytes()));
        if (crashes < CRASHES_WITHOUT_CACHE && node.heapMegabytes() < LARGE_HEAP_MEGABYTES) {
            command.addAll(cacheFlags());
        }
        command.addAll(
                NodeProcesses.marks(
                        settings.clusters().toString(), id, node.name(), Followed.of(node)));
        new TreeMap<>(program.systemProperties())
                .forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.add(place.config("server.properties").toString());
        return command;
    }

    private List<String> jvmFlags(int heap) {
        var flags = new ArrayList<String>();
        flags.add(heap < LARGE_HEAP_MEGABYTES ? "-XX:+UseSerialGC" : "-XX:+UseG1GC");
        flags.add("-XX:+UseCompactObjectHeaders");
        flags.add("-Xms" + Math.min(heap, 64) + "m");
        flags.add("-Xmx" + heap + "m");
        flags.add("-XX:+ExitOnOutOfMemoryError");
        flags.add("-Xlog:aot*=off");
        flags.add("-Xlog:cds*=off");
        flags.add("--enable-native-access=ALL-UNNAMED");
        flags.add("--sun-misc-unsafe-memory-access=allow");
        if (heap <= SMALL_HEAP_MEGABYTES) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private List<String> cacheFlags() {
        var cache = settings.brokerAot();
        return cache != null && Files.isRegularFile(cache)
                ? List.of(
                        "-XX:AOTCache=" + cache,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0")
                : List.of();
    }

    /// All jars by name: the cache holds only for exactly the same class path.
    private String classPath() throws IOException {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(settings.brokerLib()))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    /// A session of its own keeps signals to our terminal away from nodes.
    private static Optional<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }
}
