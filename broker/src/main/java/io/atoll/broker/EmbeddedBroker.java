package io.atoll.broker;

import java.nio.file.Path;
import java.util.Map;

/// A Kafka cluster of one node inside this JVM, for tests. Closed and started again on the same
/// directory it has the same address and the same records.
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaNode node;
    private final String bootstrap;

    private EmbeddedBroker(KafkaNode node, String bootstrap) {
        this.node = node;
        this.bootstrap = bootstrap;
    }

    public static EmbeddedBroker start(Path directory) throws Exception {
        return start(directory, Map.of());
    }

    /// @param more settings of the node besides, for the first start on the directory
    public static EmbeddedBroker start(Path directory, Map<String, String> more) throws Exception {
        var properties = SingleNode.in(directory, more);
        var advertised = properties.kafka().getProperty("advertised.listeners");
        return new EmbeddedBroker(
                KafkaNode.start(properties),
                advertised.substring(advertised.indexOf("//") + 2).split(",", 2)[0]);
    }

    /// `host:port` for `bootstrap.servers`.
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        node.close();
    }
}
