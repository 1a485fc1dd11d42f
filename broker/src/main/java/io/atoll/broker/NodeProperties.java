package io.atoll.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The settings of one node: Kafka's own, and those under `atoll.` that Kafka never sees.
record NodeProperties(Properties all) {

    private static final String OURS = "atoll.";
    private static final String CLEANER_BUFFER = "log.cleaner.dedupe.buffer.size";
    private static final long CLEANER_BUFFER_LIMIT = 128L << 20;

    static NodeProperties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new NodeProperties(properties);
    }

    Properties kafka() {
        var kafka = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(OURS))
                .forEach(name -> kafka.setProperty(name, all.getProperty(name)));
        kafka.putIfAbsent(CLEANER_BUFFER, Long.toString(cleanerBuffer()));
        return kafka;
    }

    /// Bytes. Kafka's default of 128 MiB does not fit into a small heap.
    private static long cleanerBuffer() {
        return Math.min(CLEANER_BUFFER_LIMIT, Runtime.getRuntime().maxMemory() / 16);
    }

    int nodeId() {
        return Integer.parseInt(required("node.id"));
    }

    /// Base64 form of a UUID, as Kafka prints it.
    String clusterId() {
        return required("atoll.kafka.cluster.id");
    }

    String logLevel() {
        return all.getProperty("atoll.log.level", "WARNING");
    }

    /// The super user of the control plane's Kafka; none where the node is of another cluster.
    Optional<SuperUser> superUser() {
        return Optional.ofNullable(all.getProperty("atoll.control.password"))
                .map(
                        password ->
                                new SuperUser(
                                        required("atoll.control.bootstrap"),
                                        required("atoll.control.user"),
                                        password));
    }

    String controllerListener() {
        return list("controller.listener.names").getFirst();
    }

    List<String> logDirectories() {
        return list("log.dirs");
    }

    /// Where the metadata log lives: its own directory, else the first log directory.
    String metadataDirectory() {
        return all.getProperty("metadata.log.dir", logDirectories().getFirst());
    }

    List<String> directories() {
        return Stream.concat(Stream.of(metadataDirectory()), logDirectories().stream())
                .distinct()
                .toList();
    }

    private List<String> list(String name) {
        return Stream.of(required(name).split(",")).map(String::trim).toList();
    }

    private String required(String name) {
        var value = all.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The property " + name + " is missing.");
        }
        return value.trim();
    }
}
