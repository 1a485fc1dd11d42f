package io.atoll.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/// The directories of a node. Kafka writes `meta.properties` last when it formats, so a directory
/// without it holds nothing that was ever acknowledged.
final class NodeStorage {

    private static final String FORMATTED = "meta.properties";

    private NodeStorage() {}

    static void format(NodeProperties node) throws Exception {
        for (var directory : node.directories()) {
            Files.createDirectories(Path.of(directory));
        }
        if (node.directories().stream().allMatch(NodeStorage::isFormatted)) {
            return;
        }
        new Formatter()
                .setNodeId(node.nodeId())
                .setClusterId(node.clusterId())
                .setDirectories(node.directories())
                .setMetadataLogDirectory(node.metadataDirectory())
                .setControllerListenerName(node.controllerListener())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setIgnoreFormatted(true)
                .setPrintStream(silent())
                .run();
    }

    private static boolean isFormatted(String directory) {
        return Files.exists(Path.of(directory, FORMATTED));
    }

    private static PrintStream silent() throws IOException {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
