package io.atoll.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The files `<name>.pid` of one folder: which process plays which part.
public record ProcessRecords(Path folder) {

    private static final String SUFFIX = ".pid";

    public void write(String name, ProcessIdentity identity) throws IOException {
        var temporary = folder.resolve(name + ".new");
        Files.writeString(temporary, identity.text());
        Files.move(
                temporary,
                file(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException unlinkFailed) {
            throw new UncheckedIOException(unlinkFailed);
        }
    }

    /// The recorded process if it still is that process, else empty.
    public Optional<ProcessIdentity> alive(String name) {
        try {
            return ProcessIdentity.parse(Files.readString(file(name)))
                    .filter(ProcessIdentity::isAlive);
        } catch (IOException noRecord) {
            return Optional.empty();
        }
    }

    /// All recorded processes that are alive, by name. Records of dead ones are removed.
    public Map<String, ProcessIdentity> allAlive() throws IOException {
        var found = new LinkedHashMap<String, ProcessIdentity>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var fileName = file.getFileName().toString();
                if (fileName.endsWith(SUFFIX)) {
                    var name = fileName.substring(0, fileName.length() - SUFFIX.length());
                    alive(name).ifPresentOrElse(one -> found.put(name, one), () -> remove(name));
                }
            }
        }
        return found;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
