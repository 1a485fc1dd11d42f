package io.atoll.launcher.postgres;

import io.atoll.launcher.secret.DatabaseUsers;
import io.atoll.launcher.secret.SecretStore;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The data directory. Made beside its place with the database `atoll` and its users in it, synced,
/// then moved there. One of an earlier version, or with other passwords, is brought up to date: who
/// may sign in is written last, so what was cut short is done again.
///
/// @param root folder that holds the data directory
/// @param log gets what the programs print
record PostgresFolder(Path root, PostgresBinaries binaries, Path log) {

    private static final String ADMISSION_FILE = "pg_hba.conf";

    /// The one user of earlier versions.
    private static final String FORMER_USER =
            """
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'atoll') THEN ALTER ROLE atoll NOLOGIN; END IF;
            END $$;

            """;

    Path data() {
        return root.resolve("data");
    }

    /// Call while no server runs on it.
    void create(DatabaseUsers users) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            admit(users, data());
            return;
        }
        var unfinished = root.resolve("unfinished");
        delete(unfinished);
        run("", initdb(unfinished));
        alone(unfinished, "postgres", "CREATE DATABASE atoll;\n\n");
        admit(users, unfinished);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void admit(DatabaseUsers users, Path folder) throws IOException, InterruptedException {
        var admission = admission(users);
        var file = folder.resolve(ADMISSION_FILE);
        if (Files.readString(file).equals(admission)) {
            return;
        }
        alone(folder, "atoll", users.script() + FORMER_USER);
        new SecretStore(folder).write(ADMISSION_FILE, admission);
    }

    /// The superuser has no password and no line here: nobody signs in as it.
    private static String admission(DatabaseUsers users) {
        return """
        # made with %s
        host atoll %s 127.0.0.1/32 scram-sha-256
        """
                .formatted(
                        users.fingerprint(),
                        users.passwords().keySet().stream()
                                .sorted()
                                .collect(Collectors.joining(",")));
    }

    /// As the superuser, while nobody else can be there; the first error ends it, one that a
    /// block of the script would catch too.
    void alone(Path folder, String database, String script)
            throws IOException, InterruptedException {
        run(
                script,
                List.of(
                        binaries.program("postgres"),
                        "--single",
                        "-j",
                        "-D",
                        folder.toString(),
                        "-c",
                        "exit_on_error=on",
                        database));
    }

    private List<String> initdb(Path folder) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private void run(String input, List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(Unprivileged.words(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                        .start();
        try (var standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException(
                    "%s failed; the reason stands in %s".formatted(command.getFirst(), log));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
