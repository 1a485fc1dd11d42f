package io.atoll.provisioner.runtime.process;

import io.atoll.testkit.Directories;
import io.atoll.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * An ahead-of-time cache of the broker as the build made it: one run of a broker makes it, for all
 * tests of the module. With it a broker takes half the processor time to start.
 */
public final class BrokerCache {

    private static final Path FOLDER = Path.of("target/broker-cache").toAbsolutePath();

    private BrokerCache() {}

    /** Made by whichever JVM asks first; the others wait. */
    public static Path file() {
        try {
            Files.createDirectories(FOLDER);
            var cache = FOLDER.resolve(UUID.nameUUIDFromBytes(stamp().getBytes()) + ".aot");
            try (var lock =
                            FileChannel.open(
                                    FOLDER.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.exists(cache)) {
                    make(cache);
                }
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path cache) throws IOException, InterruptedException {
        var run = Files.createTempDirectory(FOLDER, "run");
        var made = run.resolve("broker.aot");
        var log = run.resolve("log.txt");
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:AOTCacheOutput=" + made,
                        "-cp",
                        String.join(":", jars()),
                        "io.atoll.broker.BrokerMain",
                        Files.writeString(run.resolve("server.properties"), settings(run))
                                .toString()));
        var broker =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        while (broker.isAlive() && !Files.readString(log).contains("Node 1 is ready")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        broker.destroy();
        broker.waitFor();
        if (!Files.exists(made)) {
            throw new IOException("No cache was made: " + Files.readString(log));
        }
        Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        Directories.delete(run);
    }

    private static String settings(Path run) throws IOException {
        int client = FreePort.any();
        int controller = FreePort.any();
        return """
        atoll.kafka.cluster.id=%s
        node.id=1
        process.roles=broker,controller
        controller.quorum.voters=1@127.0.0.1:%d
        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        controller.listener.names=CONTROLLER
        log.dirs=%s
        """
                .formatted(Uuid.randomUuid(), controller, client, controller, run.resolve("data"));
    }

    private static String stamp() throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version"));
        for (var jar : jars()) {
            text.append(jar).append(Files.getLastModifiedTime(Path.of(jar)));
        }
        return text.toString();
    }

    private static List<String> jars() throws IOException {
        try (var files = Files.list(BrokerJars.folder())) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
