package io.atoll.launcher.command;

import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.SecretStore;
import io.atoll.launcher.terminal.PlainFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `audit verify [--expect <no>:<hash>]`: works the chain of the audit out anew, straight from the
/// database, in a process of its own; no gateway is asked. Exit codes: 0 intact, 1 not checked, 2
/// not intact.
public record Audit(Settings settings) {

    private static final String PROGRAM = "io.atoll.gateway.audit.chain.VerifyCommand";

    public int run(List<String> options) throws IOException, InterruptedException {
        if (options.isEmpty() || !options.getFirst().equals("verify")) {
            throw new PlainFailure("Usage: atoll audit verify [--expect <no>:<hash>]");
        }
        var process = new ProcessBuilder(words(options.subList(1, options.size()))).inheritIO();
        process.environment().putAll(database());
        return process.start().waitFor();
    }

    private static List<String> words(List<String> options) throws IOException {
        var classPath =
                Build.here().serviceClassPath("gateway").stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        var words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-cp",
                                classPath,
                                PROGRAM));
        words.addAll(options);
        return words;
    }

    private Map<String, String> database() throws IOException {
        if (settings.value("ATOLL_DB_URL").isPresent()) {
            return Map.of();
        }
        var password =
                new SecretStore(settings.home().secrets())
                        .read("db-password")
                        .orElseThrow(() -> new PlainFailure("There is no Atoll in this home yet."));
        var port = settings.internalPort() + 10;
        return Map.of(
                "ATOLL_DB_URL",
                "postgresql://127.0.0.1:" + port + "/atoll",
                "ATOLL_DB_USER",
                "atoll",
                "ATOLL_DB_PASSWORD",
                password);
    }
}
