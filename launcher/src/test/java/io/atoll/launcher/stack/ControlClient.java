package io.atoll.launcher.stack;

import static org.awaitility.Awaitility.await;

import io.atoll.launcher.secret.KafkaUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Plain clients of the control Kafka, as one of its users or as nobody.
record ControlClient(Map<String, Object> settings, KafkaProducer<String, String> producer)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static ControlClient of(int port, String user, String password) {
        var settings = address(port);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", KafkaUsers.client(user, password));
        return of(settings, PATIENCE);
    }

    static ControlClient anonymous(int port) {
        return of(address(port), Duration.ofSeconds(3));
    }

    /// Asks the controller itself, who it is that may do what.
    static void askController(int port) throws Exception {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.controllers",
                        "127.0.0.1:" + port,
                        "default.api.timeout.ms",
                        3_000,
                        "request.timeout.ms",
                        1_000);
        try (var admin = Admin.create(settings)) {
            admin.describeAcls(AclBindingFilter.ANY).values().get();
        }
    }

    private static Map<String, Object> address(int port) {
        return new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    private static ControlClient of(Map<String, Object> settings, Duration patience) {
        var text = new StringSerializer();
        var writing = new HashMap<>(settings);
        writing.put("max.block.ms", patience.toMillis());
        return new ControlClient(settings, new KafkaProducer<>(writing, text, text));
    }

    void write(String topic, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, "key", value)).get();
    }

    List<String> read(String topic) {
        var values = new ArrayList<String>();
        try (var consumer = consumer(Map.of())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }

    boolean mayWrite(String topic) throws Exception {
        return isAllowed(() -> write(topic, "x"));
    }

    /// Kafka asks for the right to read when records are fetched; after a fetch, of nothing too,
    // the
    /// consumer knows how far behind it is.
    boolean mayRead(String topic) throws Exception {
        return isAllowed(
                () -> {
                    try (var consumer = consumer(Map.of())) {
                        var partition = new TopicPartition(topic, 0);
                        consumer.assign(List.of(partition));
                        consumer.seek(partition, 0);
                        await().atMost(PATIENCE)
                                .until(
                                        () -> {
                                            consumer.poll(Duration.ofMillis(200));
                                            return consumer.currentLag(partition).isPresent();
                                        });
                    }
                });
    }

    boolean mayJoin(String group) throws Exception {
        return isAllowed(
                () -> {
                    try (var consumer = consumer(Map.of("group.id", group))) {
                        consumer.committed(Set.of(new TopicPartition("atoll.x", 0)));
                    }
                });
    }

    boolean mayMakeTopic(String name) throws Exception {
        return isAllowed(
                () -> {
                    try (var admin = Admin.create(settings)) {
                        var topic = new NewTopic(name, Optional.of(1), Optional.empty());
                        admin.createTopics(List.of(topic)).all().get();
                    }
                });
    }

    boolean mayGiveRights() throws Exception {
        var everything =
                new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                        new AccessControlEntry(
                                "User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW));
        return isAllowed(
                () -> {
                    try (var admin = Admin.create(settings)) {
                        admin.createAcls(List.of(everything)).all().get();
                    }
                });
    }

    private KafkaConsumer<String, String> consumer(Map<String, Object> more) {
        var reading = new HashMap<>(settings);
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.putAll(more);
        var text = new StringDeserializer();
        return new KafkaConsumer<>(reading, text, text);
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    private static boolean isAllowed(Attempt attempt) throws Exception {
        try {
            attempt.run();
            return true;
        } catch (AuthorizationException refused) {
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
