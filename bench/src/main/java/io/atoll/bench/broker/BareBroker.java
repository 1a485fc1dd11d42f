package io.atoll.bench.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The broker that managed clusters are made of, started by hand with the same flags and cache. */
public final class BareBroker {
    private static final int FIRST_PORT = 31_000;

    private BareBroker() {}

    /**
     * @param home of the suite that runs
     * @param managed command line of a managed node: the same JVM, flags, cache and class path
     */
    public static long timeToFirstRecord(Path home, List<String> managed, int number)
            throws IOException, InterruptedException, ExecutionException {
        var directory = Files.createDirectory(home.resolve("bare-" + number));
        var port = FIRST_PORT + 2 * number;
        var file = directory.resolve("server.properties");
        Files.writeString(file, properties(directory, port));
        var begin = System.nanoTime();
        var process = start(managed, directory, file);
        try {
            Records.roundTrip("127.0.0.1:" + port);
            return System.nanoTime() - begin;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(List<String> managed, Path directory, Path file)
            throws IOException {
        var command = new ArrayList<String>();
        managed.stream().filter(word -> !word.startsWith("-D")).forEach(command::add);
        command.set(command.size() - 1, file.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static String properties(Path directory, int port) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s/data
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        atoll.kafka.cluster.id=AAAAAAAAAAAAAAAAAAAAAQ
        """
                .formatted(port, port + 1, directory);
    }
}
