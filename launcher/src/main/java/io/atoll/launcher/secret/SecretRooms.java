package io.atoll.launcher.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Secrets of a suite in containers: one folder for each circle of readers, to be mounted there
/// alone. The gateway's holds the originals; the others get copies that any user can read, because
/// who reads them depends on the image.
public record SecretRooms(Path folder) {

    private static final String DATABASE = "db-password";
    private static final String REDIS = "redis-password";

    /// What is there stays as it is.
    public void ensure(Optional<String> adminPassword) throws IOException {
        var originals = new SecretStore(room("gateway"));
        new KeyPairs(originals).ensure("access");
        new KeyPairs(originals).ensure("internal");
        originals.valueOr(DATABASE, Passwords::generate);
        originals.valueOr(REDIS, Passwords::generate);
        originals.valueOr(
                "admin-password-generated", () -> Boolean.toString(adminPassword.isEmpty()));
        originals.valueOr("admin-password", () -> adminPassword.orElseGet(Passwords::generate));
        handOut(originals, "internal-public.pem", room("services"));
        handOut(originals, DATABASE, room("services"));
        handOut(originals, "access-public.pem", room("web"));
        handOut(originals, DATABASE, room("store"));
        handOut(originals, REDIS, room("store"));
    }

    private Path room(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static void handOut(SecretStore originals, String name, Path room) throws IOException {
        var copies = new SecretStore(room);
        var value = originals.read(name).orElseThrow();
        if (!copies.read(name).equals(Optional.of(value))) {
            copies.write(name, value);
        }
        Files.setPosixFilePermissions(
                room.resolve(name), PosixFilePermissions.fromString("r--r--r--"));
    }
}
