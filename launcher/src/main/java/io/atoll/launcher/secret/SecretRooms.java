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
    /// For registry and ops: the only room that the gateway has no part in.
    private static final String SEAL = "seal";

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
        new SealKeys(room(SEAL)).ensure();
        readable(room(SEAL).resolve(SealKeys.FIRST));
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
        readable(room.resolve(name));
    }

    private static void readable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }
}
