package io.atoll.registry;

import io.atoll.testkit.AtollStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The control topics as another service sees them. */
public final class ControlKafka {

    private ControlKafka() {}

    public static void send(String topic, String key, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", AtollStack.kafka(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** Waits until the topic holds at least that many messages of a key and answers them all. */
    public static List<ConsumerRecord<String, String>> await(String topic, String key, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(topic, key), found -> found.size() >= count);
    }

    private static List<ConsumerRecord<String, String>> read(String topic, String key) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        AtollStack.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "allow.auto.create.topics",
                        "false",
                        "auto.offset.reset",
                        "earliest");
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            if (!consumer.listTopics().containsKey(topic)) {
                return found;
            }
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).records(partition).stream()
                        .filter(r -> key.equals(r.key()))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
