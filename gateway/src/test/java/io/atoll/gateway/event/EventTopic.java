package io.atoll.gateway.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.testkit.AtollStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events as the services do. */
final class EventTopic implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private String last = "";

    EventTopic() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", AtollStack.kafka());
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(Topics.EVENTS)) {
                admin.createTopics(List.of(new NewTopic(Topics.EVENTS, 1, (short) 1))).all().get();
            }
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns the offset. */
    long write(String type, String cluster, String environment, String message) throws Exception {
        var event = new TreeMap<String, Object>();
        event.put("id", UUID.randomUUID().toString());
        event.put("type", type);
        event.put("severity", "notice");
        event.put("cluster", cluster);
        event.put("environment", environment);
        event.put("tags", Map.of("team", "shop"));
        event.put("message", message);
        event.put("timestamp", "2026-01-02T03:04:05Z");
        event.put("attributes", Map.of());
        event.put("a_field_of_tomorrow", 1);
        last = new ObjectMapper().writeValueAsString(event);
        return raw(last);
    }

    /** The last event once more, as a service does that was killed before it noted that it had. */
    long again() throws Exception {
        return raw(last);
    }

    long raw(String value) throws Exception {
        return producer.send(new ProducerRecord<>(Topics.EVENTS, "k", value)).get().offset();
    }

    @Override
    public void close() {
        producer.close();
    }
}
