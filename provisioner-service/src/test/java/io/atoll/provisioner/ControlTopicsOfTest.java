package io.atoll.provisioner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.testkit.AtollStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Stands where the registry stands: writes wishes and reads what is told about clusters. */
public final class ControlTopicsOfTest implements AutoCloseable {

    private final ObjectMapper json;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new CopyOnWriteArrayList<>();

    public ControlTopicsOfTest(ObjectMapper http) {
        json = http.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Map<String, Object> kafka = Map.of("bootstrap.servers", AtollStack.kafka());
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
        var topics = List.of(partition(Topics.CLUSTERS_STATUS), partition(Topics.EVENTS));
        consumer.assign(topics);
        consumer.seekToEnd(topics);
        topics.forEach(consumer::position);
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    public void wish(ClusterDesired desired) throws Exception {
        send(desired.id(), json.writeValueAsString(desired));
    }

    public void send(String key, @Nullable String value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.CLUSTERS_DESIRED, key, value))
                .get(20, TimeUnit.SECONDS);
    }

    /** All statuses of a cluster so far, oldest first. */
    public List<ClusterStatusChanged> statuses(String id) {
        poll();
        var found = new ArrayList<ClusterStatusChanged>();
        for (var message : seen) {
            if (message.topic().equals(Topics.CLUSTERS_STATUS)
                    && id.equals(message.key())
                    && message.value() != null) {
                found.add(read(message.value(), ClusterStatusChanged.class));
            }
        }
        return found;
    }

    public boolean hasTombstone(String id) {
        poll();
        return seen.stream().anyMatch(m -> id.equals(m.key()) && m.value() == null);
    }

    public List<String> eventTypes(String id) {
        poll();
        return seen.stream()
                .filter(m -> m.topic().equals(Topics.EVENTS) && id.equals(m.key()))
                .map(m -> read(m.value(), AtollEvent.class).type())
                .toList();
    }

    private synchronized void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(text, failure);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }
}
