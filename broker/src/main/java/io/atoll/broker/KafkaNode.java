package io.atoll.broker;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/// A running node. Starting returns when its listeners answer; closing hands its leaderships over
/// and syncs its logs, which can take seconds.
final class KafkaNode implements AutoCloseable {

    private final KafkaRaftServer server;

    private KafkaNode(KafkaRaftServer server) {
        this.server = server;
    }

    static KafkaNode start(NodeProperties node) throws Exception {
        NodeStorage.format(node);
        var server = new KafkaRaftServer(new KafkaConfig(node.kafka(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException startFailed) {
            server.shutdown();
            throw startFailed;
        }
        return new KafkaNode(server);
    }

    void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
