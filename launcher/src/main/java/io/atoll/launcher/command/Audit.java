package io.atoll.launcher.command;

import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.Logins;
import io.atoll.launcher.terminal.PlainFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-cp",
                                classPath,
                                PROGRAM));
        words.addAll(options);
        return words;
    }

    /// As the gateway, whose the audit is.
    private Map<String, String> database() throws IOException {
        var url =
                settings.value("ATOLL_DB_URL")
                        .orElse(
                                "postgresql://127.0.0.1:"
                                        + (settings.internalPort() + 10)
                                        + "/atoll");
        if (!Files.isDirectory(settings.home().secrets())
                && settings.value("ATOLL_DB_URL").isEmpty()) {
            throw new PlainFailure("There is no Atoll in this home yet.");
        }
        var gateway = Objects.requireNonNull(new Logins(settings).database().get("gateway"));
        return Map.of(
                "ATOLL_DB_URL",
                url,
                "ATOLL_DB_USER",
                gateway.user(),
                "ATOLL_DB_PASSWORD",
                gateway.password());
    }
}
