package io.atoll.launcher.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of caches: `<name>-<fingerprint>.aot`, and `.record` where a cache is still to be
/// made. The fingerprint covers the class path and the JDK; caches that no longer fit are removed.
public record AotShelf(Path folder, boolean enabled) {

    public AotUse use(JvmProgram program) throws IOException {
        if (!enabled) {
            return new AotUse.Off();
        }
        var cache = cache(program);
        var record = sibling(cache, ".record");
        removeOthers(program.name(), cache, record);
        if (Files.exists(cache)) {
            return new AotUse.Cached(cache);
        }
        return isWritten(record)
                ? new AotUse.Recorded(record, cache)
                : new AotUse.Recording(record, cache);
    }

    /// Where the cache of a program is, or will be.
    public Path cache(JvmProgram program) throws IOException {
        var print = Fingerprint.of(program.classPath(), program.flagsText());
        return folder.resolve(program.name() + "-" + print + ".aot");
    }

    void remove(JvmProgram program) throws IOException {
        Files.deleteIfExists(cache(program));
    }

    static Path sibling(Path cache, String suffix) {
        return cache.resolveSibling(cache.getFileName().toString().replace(".aot", suffix));
    }

    /// A program that was killed while it recorded leaves an empty file.
    private static boolean isWritten(Path record) throws IOException {
        return Files.exists(record) && Files.size(record) > 0;
    }

    private void removeOthers(String name, Path cache, Path record) throws IOException {
        try (var files = Files.newDirectoryStream(folder, name + "-*")) {
            for (var file : files) {
                if (!file.equals(cache) && !file.equals(record)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
