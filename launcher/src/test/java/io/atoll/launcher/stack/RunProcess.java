package io.atoll.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// [Supervised] on a data root of a test.
record RunProcess(Process process, Path output) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    static RunProcess start(Home home, Map<String, String> more) throws IOException {
        var output = Files.createTempFile("run", ".out");
        var builder =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx64m",
                                        "-Datoll.root=" + Path.of("..").toRealPath(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Supervised.class.getName()))
                        .redirectErrorStream(true)
                        .redirectOutput(new File(output.toString()));
        builder.environment().put("ATOLL_HOME", home.root().toString());
        builder.environment().putAll(more);
        return new RunProcess(builder.start(), output);
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    RunProcess awaitReady() {
        await().atMost(LIMIT).until(() -> text().contains("All is ready.") || !process.isAlive());
        return awaitText("All is ready.");
    }

    RunProcess awaitText(String wanted) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(text()).contains(wanted));
        return this;
    }

    /// Ends it as Ctrl-C or `down` do.
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Does not end:\n" + text());
        }
    }
}
