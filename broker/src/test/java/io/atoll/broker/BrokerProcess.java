package io.atoll.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The broker as its own process, from the classes of this build.
record BrokerProcess(Process process, Path log, String bootstrap) {

    static BrokerProcess start(Path directory) throws IOException {
        var properties = SingleNode.in(directory, java.util.Map.of());
        var log = directory.resolve("node.log");
        var process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx256m",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        BrokerMain.class.getName(),
                                        directory.resolve("server.properties").toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(new File(log.toString()))
                        .start();
        var listener = properties.kafka().getProperty("advertised.listeners");
        return new BrokerProcess(process, log, listener.substring("PLAINTEXT://".length()));
    }

    String output() throws IOException {
        return Files.readString(log);
    }
}
