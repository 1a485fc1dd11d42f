package io.atoll.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/// Settings of a cluster of one node on this machine, for tests: everything replicated once, no
/// cleaner, no waiting for groups. Written to `server.properties` of its directory and read from
/// there the next time, so that a node that is started again has its ports and its data.
final class SingleNode {

    private static final String FILE = "server.properties";

    private SingleNode() {}

    /// @param more settings of the first time; listeners among them are added to its own
    static NodeProperties in(Path directory, Map<String, String> more) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            // Both at once, so that they differ.
            try (var writer = Files.newBufferedWriter(file);
                    var client = unused();
                    var controller = unused()) {
                var settings =
                        settings(directory, client.getLocalPort(), controller.getLocalPort());
                more.forEach((name, value) -> settings.merge(name, value, SingleNode::both));
                settings.store(writer, null);
            }
        }
        return NodeProperties.read(file);
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        var lines = new Properties();
        lines.setProperty("atoll.kafka.cluster.id", Uuid.randomUuid().toString());
        lines.setProperty("node.id", "1");
        lines.setProperty("process.roles", "broker,controller");
        lines.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        lines.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        lines.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        lines.setProperty("controller.listener.names", "CONTROLLER");
        lines.setProperty("log.dirs", directory.resolve("data").toString());
        for (var topic : new String[] {"offsets.topic", "transaction.state.log"}) {
            lines.setProperty(topic + ".replication.factor", "1");
            lines.setProperty(topic + ".num.partitions", "1");
        }
        lines.setProperty("transaction.state.log.min.isr", "1");
        lines.setProperty("share.coordinator.state.topic.replication.factor", "1");
        lines.setProperty("share.coordinator.state.topic.min.isr", "1");
        lines.setProperty("share.coordinator.state.topic.num.partitions", "1");
        lines.setProperty("group.initial.rebalance.delay.ms", "0");
        lines.setProperty("log.cleaner.enable", "false");
        // Records keep whatever time they claim: retention would take those of 1970 away.
        lines.setProperty("log.retention.ms", "-1");
        return lines;
    }

    private static Object both(Object own, Object more) {
        return own + "," + more;
    }

    private static ServerSocket unused() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
