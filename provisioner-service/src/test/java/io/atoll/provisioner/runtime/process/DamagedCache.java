package io.atoll.provisioner.runtime.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** An ahead-of-time cache of a broker's JVM with zeros in its middle: the JVM crashes on it. */
final class DamagedCache {

    private DamagedCache() {}

    static Path in(Path folder) throws IOException, InterruptedException {
        var cache = folder.resolve("damaged.aot");
        var maker =
                new ProcessBuilder(
                                List.of(
                                        System.getProperty("java.home") + "/bin/java",
                                        "-XX:+UseSerialGC",
                                        "-XX:+UseCompactObjectHeaders",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-XX:AOTCacheOutput=" + cache,
                                        "-cp",
                                        jars(),
                                        "-version"))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        if (maker.waitFor() != 0) {
            throw new IOException("No cache could be made.");
        }
        try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate((int) (file.size() / 2)), file.size() / 4);
        }
        return cache;
    }

    private static String jars() throws IOException {
        try (var files = Files.list(BrokerJars.folder())) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }
}
