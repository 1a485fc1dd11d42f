package io.atoll.launcher.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Secrets of a suite in containers: one folder for each circle of readers, to be mounted there
/// alone. Originals of keys are the gateway's, of passwords the store's that asks for them; what is
/// handed out is a copy that any user can read, because who reads it depends on the image.
public record SecretRooms(Path folder) {

    private static final String REDIS = "redis-password";

    /// Of PostgreSQL's superuser.
    private static final String DATABASE = "db-password";

    /// What a service shows at PostgreSQL and at Kafka; Kafka itself too.
    private static final String POSTGRES = "postgres-password";

    private static final String KAFKA = "kafka-password";

    private static final String VIEWER = "viewer";

    /// What is there stays as it is.
    public void ensure(Optional<String> adminPassword) throws IOException {
        var originals = new SecretStore(room("gateway"));
        new KeyPairs(originals).ensure("access");
        new KeyPairs(originals).ensure("internal");
        originals.valueOr(REDIS, Passwords::generate);
        originals.valueOr(
                "admin-password-generated", () -> Boolean.toString(adminPassword.isEmpty()));
        originals.valueOr("admin-password", () -> adminPassword.orElseGet(Passwords::generate));
        for (var service : List.of("registry", "provisioner", "ops")) {
            copy(originals, "internal-public.pem", service);
        }
        copy(originals, "access-public.pem", "web");
        copy(originals, REDIS, "redis");
        database();
        // An earlier version gave the superuser's password to the services.
        originals.remove(DATABASE);
        kafka();
        // For registry and ops: the only room that the gateway has no part in.
        new SealKeys(room("seal")).ensure();
        readable(room("seal").resolve(SealKeys.FIRST));
    }

    private void database() throws IOException {
        var store = new SecretStore(room("store"));
        store.valueOr(DATABASE, Passwords::generate);
        readable(room("store").resolve(DATABASE));
        var users = new DatabaseUsers(new Accounts(store).database());
        handOut(users.script(), "db-users.sql", "store");
        for (var user : users.passwords().entrySet()) {
            handOut(user.getValue(), POSTGRES, user.getKey());
        }
    }

    private void kafka() throws IOException {
        var store = new SecretStore(room("kafka"));
        var passwords = new TreeMap<>(new Accounts(store).kafka());
        for (var user : passwords.entrySet()) {
            handOut(user.getValue(), KAFKA, roomOf(user.getKey()));
        }
        var viewer = store.valueOr(KAFKA + "-" + VIEWER, Passwords::generate);
        handOut(viewer, VIEWER + "-password", "tools");
        passwords.put(VIEWER, viewer);
        handOut(new KafkaUsers(passwords).listener(), "listener.jaas", "kafka");
    }

    private static String roomOf(String user) {
        return user.equals(KafkaUsers.SUPER_USER) ? "kafka" : user;
    }

    private Path room(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private void copy(SecretStore originals, String name, String room) throws IOException {
        handOut(originals.read(name).orElseThrow(), name, room);
    }

    private void handOut(String value, String name, String room) throws IOException {
        var copies = new SecretStore(room(room));
        if (!copies.read(name).equals(Optional.of(value))) {
            copies.write(name, value);
        }
        readable(room(room).resolve(name));
    }

    private static void readable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }
}
