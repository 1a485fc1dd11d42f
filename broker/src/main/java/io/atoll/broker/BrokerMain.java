package io.atoll.broker;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs one Kafka node until SIGTERM: `BrokerMain <server.properties>`. Exit codes: 0 stopped,
/// 1 could not start (the reason is the last line of the log), 2 wrong call.
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Usage: BrokerMain <server.properties>");
            System.exit(2);
        }
        var properties = NodeProperties.read(Path.of(arguments[0]));
        NodeLog.configure(properties.logLevel());
        run(properties);
    }

    private static void run(NodeProperties properties) {
        var log = Logger.getLogger(BrokerMain.class.getName());
        try {
            var node = KafkaNode.start(properties);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
            if (properties.superUser().isPresent()) {
                ControlPlane.ensure(properties.superUser().get());
            }
            log.info("Node %d is ready".formatted(properties.nodeId()));
            node.awaitEnd();
        } catch (Exception startFailed) {
            log.log(
                    Level.SEVERE,
                    "Node %d could not start".formatted(properties.nodeId()),
                    startFailed);
            System.exit(1);
        }
    }
}
