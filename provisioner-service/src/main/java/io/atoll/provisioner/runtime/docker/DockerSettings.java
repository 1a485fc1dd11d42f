package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.runtime.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Where the daemon is and what nodes get.
///
/// @param home name of this installation in labels, absent: one made on first use
/// @param byName true: Atoll reaches nodes by name
/// @param network that every node joins besides its own
public record DockerSettings(
        boolean enabled,
        String host,
        Path stateDirectory,
        Optional<String> home,
        String bindAddress,
        String advertisedHost,
        boolean byName,
        Optional<String> network,
        double cpus,
        Duration stopTimeout,
        long minFreeDiskBytes,
        Place.Images images) {

    private static final String NAME_FILE = "installation";

    Place.Containers place() {
        return new Place.Containers(advertisedHost, byName, cpus, images);
    }

    /// The daemon runs on this very machine.
    boolean isLocal() {
        return host.startsWith("unix:");
    }

    /// Tells the containers of two installations on one daemon apart.
    String installation() {
        return home.orElseGet(this::madeOnce);
    }

    private String madeOnce() {
        var file = stateDirectory.resolve(NAME_FILE);
        try {
            Files.createDirectories(stateDirectory);
            if (!Files.exists(file)) {
                var fresh = Files.createTempFile(stateDirectory, NAME_FILE, ".new");
                Files.writeString(fresh, UUID.randomUUID() + "\n");
                link(fresh, file);
            }
            return Files.readString(file).trim();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whoever comes second takes the name of the first.
    private static void link(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
