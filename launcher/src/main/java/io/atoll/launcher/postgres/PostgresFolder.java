package io.atoll.launcher.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/// The data directory. Made beside its place with the role and the database `atoll` in it, synced,
/// then moved there.
///
/// @param root folder that holds the data directory
/// @param log gets what the programs print
record PostgresFolder(Path root, PostgresBinaries binaries, Path log) {

    /// The superuser has no password and no line here: nobody signs in as it.
    private static final String ADMISSION = "host atoll atoll 127.0.0.1/32 scram-sha-256\n";

    Path data() {
        return root.resolve("data");
    }

    void create(String password) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            return;
        }
        var unfinished = root.resolve("unfinished");
        delete(unfinished);
        run("", initdb(unfinished));
        run(
                """
                CREATE ROLE atoll LOGIN PASSWORD '%s'
                CREATE DATABASE atoll OWNER atoll
                """
                        .formatted(password),
                List.of(
                        binaries.program("postgres"),
                        "--single",
                        "-D",
                        unfinished.toString(),
                        "postgres"));
        Files.writeString(unfinished.resolve("pg_hba.conf"), ADMISSION);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
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
