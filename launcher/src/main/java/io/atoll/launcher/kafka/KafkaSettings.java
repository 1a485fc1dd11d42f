package io.atoll.launcher.kafka;

import io.atoll.launcher.secret.KafkaUsers;
import io.atoll.launcher.secret.SecretStore;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/// Settings of the control Kafka: one node that carries a few small topics. Whoever connects signs
/// in, at the controller's port too, and may do what the broker module's table says.
///
/// @param port of the clients; the controller's is the next
record KafkaSettings(Path folder, int port, KafkaUsers users) {

    private static final String CLUSTER_ID = "cluster-id";

    /// For its owner alone, since it holds the passwords.
    void write(String name) throws IOException {
        var text = new StringWriter();
        settings().store(text, null);
        new SecretStore(folder).write(name, text.toString());
    }

    private Properties settings() throws IOException {
        var lines = new Properties();
        lines.setProperty("atoll.kafka.cluster.id", clusterId());
        lines.setProperty("node.id", "1");
        lines.setProperty("process.roles", "broker,controller");
        lines.setProperty("controller.quorum.voters", "1@127.0.0.1:" + (port + 1));
        lines.setProperty(
                "listeners",
                "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, port + 1));
        lines.setProperty("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        lines.setProperty("controller.listener.names", "CONTROLLER");
        admission(lines);
        lines.setProperty("log.dirs", folder.resolve("data").toString());
        lines.setProperty("auto.create.topics.enable", "false");
        once(lines, "offsets.topic");
        once(lines, "transaction.state.log");
        once(lines, "share.coordinator.state.topic");
        lines.setProperty("transaction.state.log.min.isr", "1");
        lines.setProperty("share.coordinator.state.topic.min.isr", "1");
        lines.setProperty("group.initial.rebalance.delay.ms", "0");
        lines.setProperty("num.network.threads", "1");
        lines.setProperty("num.io.threads", "2");
        lines.setProperty("background.threads", "2");
        return lines;
    }

    private void admission(Properties lines) {
        lines.setProperty(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        lines.setProperty("inter.broker.listener.name", "CLIENTS");
        lines.setProperty("sasl.enabled.mechanisms", "PLAIN");
        lines.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        lines.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        for (var listener : List.of("clients", "controller")) {
            lines.setProperty(
                    "listener.name." + listener + ".plain.sasl.jaas.config", users.listener());
        }
        lines.setProperty(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        lines.setProperty("super.users", "User:" + KafkaUsers.SUPER_USER);
        lines.setProperty("atoll.control.bootstrap", "127.0.0.1:" + port);
        lines.setProperty("atoll.control.user", KafkaUsers.SUPER_USER);
        lines.setProperty("atoll.control.password", users.superPassword());
    }

    private static void once(Properties lines, String topic) {
        lines.setProperty(topic + ".replication.factor", "1");
        lines.setProperty(topic + ".num.partitions", "1");
    }

    /// Made on first start; storage belongs to it from then on.
    private String clusterId() throws IOException {
        var file = folder.resolve(CLUSTER_ID);
        if (Files.exists(file) && !Files.readString(file).isBlank()) {
            return Files.readString(file);
        }
        var id = UUID.randomUUID();
        var bytes =
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.writeString(file, text);
        return text;
    }
}
