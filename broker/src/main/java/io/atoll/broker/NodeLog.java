package io.atoll.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// Logging of a broker process: one line for each record, on standard output.
final class NodeLog {

    private static final String SETTINGS =
            """
            handlers=io.atoll.broker.StandardOutput
            io.atoll.broker.StandardOutput.formatter=java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n
            io.atoll.level=INFO
            """;

    private NodeLog() {}

    static void configure(String level) throws IOException {
        var settings = SETTINGS + ".level=" + level + "\n";
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    }
}
