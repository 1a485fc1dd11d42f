package io.atoll.testkit;

import io.atoll.broker.EmbeddedBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and Redis for a whole module: started on first use, shared by every test class
 * of the JVM, stopped with it. Use with {@code @WithTestResource(AtollStack.class)}.
 */
public final class AtollStack implements QuarkusTestResourceLifecycleManager {

    private static @Nullable Parts parts;

    private record Parts(
            Path directory, TestPostgres postgres, EmbeddedBroker kafka, TestRedis redis) {}

    @Override
    public Map<String, String> start() {
        Parts started = parts();
        return Map.of(
                "ATOLL_DB_URL", started.postgres().url(),
                "ATOLL_DB_USER", TestPostgres.USER,
                "ATOLL_DB_PASSWORD", TestPostgres.PASSWORD,
                "ATOLL_KAFKA_BOOTSTRAP", started.kafka().bootstrap(),
                "ATOLL_REDIS_URL", started.redis().url(),
                "ATOLL_SECRETS_DIR", secrets().toString(),
                "ATOLL_HOME", started.directory().toString(),
                // The home of whoever runs the tests would be taken for this one, and tidied.
                "atoll.home", started.directory().toString());
    }

    /** The stack stays for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}

    /** Where the signing keys are. */
    public static Path secrets() {
        // Quarkus loads test classes twice; the keys' place is handed over as a system property.
        String known = System.getProperty("atoll.test.secrets");
        return known != null ? Path.of(known) : parts().directory().resolve("secrets");
    }

    /** {@code host:port} of the control Kafka. */
    public static String kafka() {
        String known = System.getProperty("atoll.test.kafka");
        return known != null ? known : parts().kafka().bootstrap();
    }

    /** An empty directory that goes with the JVM. */
    public static Path directory() {
        String known = System.getProperty("atoll.test.directory");
        return known != null ? Path.of(known) : parts().directory();
    }

    private static synchronized Parts parts() {
        if (parts == null) {
            parts = launch();
        }
        return parts;
    }

    private static Parts launch() {
        quiet("kafka", "org.apache.kafka", "state.change.logger", "io.zonky.test");
        try {
            // One after another: starting side by side, two of them can each wait for the other's
            // loggers for ever, and a fork beside the unpacking of Redis finds its file busy.
            Path directory = Files.createTempDirectory("atoll-test");
            TestKeys.generate(directory.resolve("secrets"));
            var redis = TestRedis.start();
            var postgres = TestPostgres.start();
            var kafka = EmbeddedBroker.start(directory.resolve("kafka"));
            var started = new Parts(directory, postgres, kafka, redis);
            System.setProperty("atoll.test.secrets", directory.resolve("secrets").toString());
            System.setProperty("atoll.test.kafka", started.kafka().bootstrap());
            System.setProperty("atoll.test.directory", directory.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            return started;
        } catch (Exception e) {
            throw new IllegalStateException("the test stack did not start", e);
        }
    }

    private static void close(Parts started) {
        try {
            started.kafka().close();
            started.redis().close();
            started.postgres().close();
            Directories.delete(started.directory());
        } catch (Exception e) {
            System.err.println("the test stack did not stop cleanly: " + e);
        }
    }

    private static void quiet(String... loggers) {
        for (String logger : loggers) {
            Logger.getLogger(logger).setLevel(Level.SEVERE);
        }
    }
}
