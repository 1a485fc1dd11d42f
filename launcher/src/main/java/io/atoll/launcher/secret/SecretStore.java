package io.atoll.launcher.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/// Files of one folder, each readable by its owner alone. A file is there whole or not at all.
public record SecretStore(Path folder) {

    /// The stored value; made and stored when there is none.
    public String valueOr(String name, Supplier<String> made) throws IOException {
        var stored = read(name);
        if (stored.isPresent()) {
            return stored.get();
        }
        var value = made.get();
        write(name, value);
        return value;
    }

    public Optional<String> read(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public void write(String name, String value) throws IOException {
        var mode = PosixFilePermissions.fromString("rw-------");
        var temporary =
                Files.createTempFile(
                        folder, name, ".new", PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(temporary, value);
        Files.move(
                temporary,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }
}
