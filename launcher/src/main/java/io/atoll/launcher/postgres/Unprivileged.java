package io.atoll.launcher.postgres;

import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root. Under root it runs in a user namespace of its own
/// (user_namespaces(7)), where it sees itself as nobody and keeps its pid and its files.
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private static final Path SELF = Path.of("/proc/self");

    private Unprivileged() {}

    static List<String> words(List<String> command) throws IOException, InterruptedException {
        if (!isRoot()) {
            return command;
        }
        requireNamespaces();
        var words = new ArrayList<>(NAMESPACE);
        words.addAll(command);
        return words;
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(SELF, "unix:uid"));
    }

    private static void requireNamespaces() throws IOException, InterruptedException {
        var words = new ArrayList<>(NAMESPACE);
        words.add("true");
        var allowed =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (allowed != 0) {
            throw new PlainFailure(
                    "PostgreSQL does not run as root, and user namespaces are not allowed here. Start Atoll as an ordinary user or give a database with ATOLL_DB_URL.");
        }
    }
}
