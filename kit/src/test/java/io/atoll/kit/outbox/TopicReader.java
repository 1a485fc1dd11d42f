package io.atoll.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a control topic from its beginning, without a group. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    TopicReader(String bootstrap, String topic) {
        var text = new StringDeserializer();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", false);
        consumer = new KafkaConsumer<>(settings, text, text);
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** All messages of the key so far, oldest first. */
    List<ConsumerRecord<String, String>> messages(String key) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().filter(message -> key.equals(message.key())).toList();
    }

    List<String> values(String key) {
        return messages(key).stream().map(ConsumerRecord::value).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
