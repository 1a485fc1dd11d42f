package io.atoll.provisioner.runtime.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An ahead-of-time cache of a broker with zeros in its middle: the JVM crashes on it. */
final class DamagedCache {

    private DamagedCache() {}

    static Path in(Path folder) throws IOException {
        var cache = Files.copy(BrokerCache.file(), folder.resolve("damaged.aot"));
        try (var file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate((int) (file.size() / 2)), file.size() / 4);
        }
        return cache;
    }
}
