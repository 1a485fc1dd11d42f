package io.atoll.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The data root, `$ATOLL_HOME`. Everything Atoll keeps is below it.
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /// Makes the folders that are missing; all of them are for their owner alone.
    public void create() throws IOException {
        for (var folder :
                List.of(root, secrets(), logs(), run(), cache(), clusters(), postgres(), kafka())) {
            createPrivate(folder);
        }
        createPrivate(redis());
        createPrivate(aot());
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /// Records of what runs now; empty when nothing does.
    public Path run() {
        return root.resolve("run");
    }

    /// Everything in here can be made again.
    public Path cache() {
        return root.resolve("cache");
    }

    public Path aot() {
        return cache().resolve("aot");
    }

    public Path clusters() {
        return root.resolve("clusters");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path redis() {
        return root.resolve("redis");
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
