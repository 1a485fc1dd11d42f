package io.atoll.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.broker.EmbeddedBroker;
import io.atoll.contracts.Topics;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.Phase;
import io.atoll.testkit.AtollStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Speaks for the registry and the provisioner on the control topics, and owns one real broker
/// that is not the control Kafka.
public final class TestClusters {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private static EmbeddedBroker broker;
    private static Path directory;
    private static KafkaProducer<String, String> control;

    private TestClusters() {}

    /// Address of the real broker.
    public static synchronized String broker() {
        if (broker == null) {
            broker = start("cluster");
        }
        return broker.bootstrap();
    }

    /// A broker on a directory that is its own: it outlives those of the stack.
    public static EmbeddedBroker start(String name) {
        try {
            return EmbeddedBroker.start(directory().resolve(name));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized Path directory() throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("atoll-ops-test");
            Runtime.getRuntime().addShutdownHook(new Thread(TestClusters::end));
        }
        return directory;
    }

    private static void end() {
        if (broker != null) {
            broker.close();
        }
        delete("");
    }

    /// Removes what a closed broker of this name has left.
    public static void delete(String name) {
        try (var files = Files.walk(directory.resolve(name))) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + directory.resolve(name));
        }
    }

    /// A running cluster of the environment test without tags.
    public static void running(String id, String bootstrap) {
        announce(id, "test", Map.of(), true, Phase.RUNNING, bootstrap);
    }

    public static void announce(
            String id,
            String environment,
            Map<String, String> tags,
            boolean running,
            Phase phase,
            String bootstrap) {
        desired(id, environment, tags, running);
        status(id, phase, bootstrap);
    }

    public static void desired(
            String id, String environment, Map<String, String> tags, boolean running) {
        var spec =
                new KafkaSpec(
                        RuntimeName.PROCESS,
                        running,
                        0,
                        0,
                        1,
                        KafkaConfig.empty(),
                        null,
                        null,
                        null,
                        RetentionPolicy.DEFAULT);
        send(
                Topics.CLUSTERS_DESIRED,
                id,
                new ClusterDesired(
                        id,
                        id,
                        environment,
                        tags,
                        NUMBERS.incrementAndGet(),
                        false,
                        spec,
                        null,
                        null,
                        "registry",
                        Instant.EPOCH,
                        false));
    }

    /// A cluster that runs elsewhere, as the registry tells of it.
    public static void external(String id, ExternalKafkaSpec spec, boolean readOnly) {
        send(
                Topics.CLUSTERS_DESIRED,
                id,
                new ClusterDesired(
                        id,
                        id,
                        "test",
                        Map.of(),
                        NUMBERS.incrementAndGet(),
                        false,
                        spec,
                        null,
                        null,
                        "registry",
                        Instant.EPOCH,
                        readOnly));
    }

    public static void status(String id, Phase phase, String bootstrap) {
        var ready =
                new Condition(
                        ConditionType.READY,
                        phase == Phase.RUNNING ? Condition.Status.TRUE : Condition.Status.FALSE,
                        "Test",
                        phase == Phase.RUNNING ? "" : "Broker 1 has not answered yet.",
                        1,
                        Instant.EPOCH);
        send(
                Topics.CLUSTERS_STATUS,
                id,
                new ClusterStatusChanged(
                        id,
                        NUMBERS.incrementAndGet(),
                        false,
                        new ClusterStatus(
                                phase,
                                1,
                                List.of(ready),
                                bootstrap == null ? Map.of() : Map.of("kafka", bootstrap),
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                Instant.EPOCH)));
    }

    public static void forget(String id) {
        send(Topics.CLUSTERS_DESIRED, id, null);
        send(Topics.CLUSTERS_STATUS, id, null);
    }

    public static void raw(String topic, String key, String text) {
        try {
            control().send(new ProducerRecord<>(topic, key, text)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(String topic, String key, Object message) {
        try {
            raw(topic, key, message == null ? null : MAPPER.writeValueAsString(message));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KafkaProducer<String, String> control() {
        if (control == null) {
            control =
                    new KafkaProducer<>(
                            Map.of("bootstrap.servers", AtollStack.kafka(), "acks", "all"),
                            new StringSerializer(),
                            new StringSerializer());
        }
        return control;
    }
}
