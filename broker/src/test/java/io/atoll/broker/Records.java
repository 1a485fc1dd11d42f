package io.atoll.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes and reads partition 0 of one topic.
final class Records {

    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private Records() {}

    static void write(String bootstrap, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4", "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(ORDERS.topic(), "key", value))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    static List<String> read(String bootstrap) {
        return read(Map.of("bootstrap.servers", bootstrap));
    }

    static List<String> read(Map<String, Object> settings) {
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ORDERS));
            consumer.seekToBeginning(List.of(ORDERS));
            return consumer.poll(Duration.ofSeconds(10)).records(ORDERS).stream()
                    .map(found -> found.value())
                    .toList();
        }
    }
}
