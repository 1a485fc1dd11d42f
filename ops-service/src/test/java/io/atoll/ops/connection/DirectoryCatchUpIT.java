package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.broker.EmbeddedBroker;
import io.atoll.contracts.Topics;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.PausableProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.Thread.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a Kafka of its own, first reached through a line that can be held. */
class DirectoryCatchUpIT {

    private static final int MANY = 200;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final String name = "catch-up-" + UUID.randomUUID();
    private final ClusterDirectory directory = new ClusterDirectory("kafka");
    private EmbeddedBroker kafka;
    private PausableProxy line;
    private DirectoryConsumer consumer;
    private DirectoryCatchUp catchUp;

    @BeforeEach
    void open() throws Exception {
        kafka = TestClusters.start(name);
        line = PausableProxy.to(kafka.bootstrap());
        consumer = new DirectoryConsumer(directory, MAPPER, at(kafka.bootstrap()));
        catchUp = new DirectoryCatchUp(directory, at(line.address()));
    }

    private static Map<String, Object> at(String bootstrap) {
        return Map.of("bootstrap.servers", bootstrap);
    }

    @AfterEach
    void close() throws Exception {
        catchUp.close();
        consumer.stop(new ShutdownEvent());
        line.close();
        kafka.close();
        TestClusters.delete(name);
    }

    @Test
    void topicsThatAreNotThereCountAsRead() {
        catchUp.toPresent();

        assertThat(directory.all()).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeTheCallIsKnownAfterIt() throws Exception {
        createTopics();
        consumer.start(new StartupEvent());

        for (var n = 0; n < 20; n++) {
            write("cluster-" + n);
            await().pollDelay(Duration.ZERO)
                    .atMost(LONG)
                    .ignoreExceptionsInstanceOf(Unavailable.class)
                    .untilAsserted(catchUp::toPresent);
            assertThat(directory.find("cluster-" + n)).isPresent();
        }
    }

    @Test
    void manyAtOnceAskKafkaAFewTimesAndAllGetTheirAnswer() throws Exception {
        createTopics();
        consumer.start(new StartupEvent());
        write("seen-by-all");
        line.pause();
        var found = new AtomicInteger();
        var callers =
                Stream.generate(
                                () ->
                                        Thread.startVirtualThread(
                                                () -> lookFor("seen-by-all", found)))
                        .limit(MANY)
                        .toList();
        await().atMost(LONG)
                .until(() -> callers.stream().allMatch(c -> c.getState() == State.TIMED_WAITING));

        line.resume();

        await().atMost(LONG).until(() -> found.get() == MANY);
        assertThat(requests()).isLessThan(MANY / 2);
    }

    @Test
    void whereTheDirectoryIsNotReadTheCallIsRefused() throws Exception {
        createTopics();
        write("unread");

        assertThatThrownBy(catchUp::toPresent).isInstanceOf(Unavailable.class);

        consumer.start(new StartupEvent());
        await().atMost(Duration.ofSeconds(30)).until(() -> directory.find("unread").isPresent());
        catchUp.toPresent();
    }

    @Test
    void aKafkaThatIsAwayIsNotTakenForAnEmptyOne() {
        kafka.close();

        assertThatThrownBy(catchUp::toPresent).isInstanceOf(Unavailable.class);
    }

    /** Comes again where it is refused, as clients do. */
    private void lookFor(String id, AtomicInteger found) {
        var answered = false;
        while (!answered) {
            try {
                catchUp.toPresent();
                answered = true;
            } catch (Unavailable later) {
                Thread.yield();
            }
        }
        if (directory.find(id).isPresent()) {
            found.incrementAndGet();
        }
    }

    /** All that was sent to Kafka so far, to find the node and to ask it. */
    private double requests() {
        return catchUp.admin().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("request-total"))
                .filter(metric -> metric.metricName().group().equals("admin-client-metrics"))
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
    }

    private void write(String id) throws Exception {
        var spec = ReachCalculatorTest.desired(true, false, 0).spec();
        var desired =
                new ClusterDesired(
                        id,
                        id,
                        "test",
                        Map.of(),
                        1,
                        false,
                        spec,
                        null,
                        null,
                        null,
                        Instant.EPOCH,
                        false);
        var message = MAPPER.writeValueAsString(desired);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.CLUSTERS_DESIRED, id, message))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private void createTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.CLUSTERS_DESIRED, 1, (short) 1),
                                    new NewTopic(Topics.CLUSTERS_STATUS, 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
