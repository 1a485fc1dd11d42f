package io.atoll.launcher.redis;

import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The program `redis-server`, unpacked once from its jar on the class path.
final class RedisBinary {

    private static final String NAME = "redis-server-6.2.6-v5-linux-amd64";

    private RedisBinary() {}

    static Path unpack(Path cache) throws IOException {
        var file = cache.resolve(NAME);
        if (Files.exists(file)) {
            return file;
        }
        var unfinished = Files.createTempFile(cache, NAME, ".new");
        try (var packed = RedisBinary.class.getResourceAsStream("/" + NAME)) {
            if (packed == null) {
                throw new PlainFailure(
                        "There is no Redis for this machine (%s). Give one with ATOLL_REDIS_URL."
                                .formatted(System.getProperty("os.arch")));
            }
            Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
