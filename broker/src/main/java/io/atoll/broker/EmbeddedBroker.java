package io.atoll.broker;

import java.nio.file.Path;

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
        var properties = SingleNode.in(directory);
        var advertised = properties.kafka().getProperty("advertised.listeners");
        return new EmbeddedBroker(
                KafkaNode.start(properties), advertised.substring(advertised.indexOf("//") + 2));
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
