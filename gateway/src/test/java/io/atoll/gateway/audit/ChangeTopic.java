package io.atoll.gateway.audit;

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
import org.jspecify.annotations.Nullable;

/** Tells of changes as the services do. */
public final class ChangeTopic implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    public ChangeTopic() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", AtollStack.kafka());
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(Topics.AUDIT)) {
                admin.createTopics(List.of(new NewTopic(Topics.AUDIT, 1, (short) 1))).all().get();
            }
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** A cluster was stopped; its tag team has its id. Returns the message. */
    public String stopped(String subject, String trace, String cluster, String environment)
            throws Exception {
        return stopped(subject, trace, cluster, environment, null);
    }

    /**
     * @param attempt entry that the change belongs to, as the gateway told the service
     */
    public String stopped(
            String subject,
            String trace,
            String cluster,
            String environment,
            @Nullable String attempt)
            throws Exception {
        var change = new TreeMap<String, Object>();
        if (attempt != null) {
            change.put("attempt", attempt);
        }
        change.put("id", UUID.randomUUID().toString());
        change.put("at", "2026-01-02T03:04:05Z");
        change.put("subject", subject);
        change.put("kind", "user");
        change.put("trace", trace);
        change.put("action", "cluster.stop");
        change.put("cluster", cluster);
        change.put("environment", environment);
        change.put("tags", Map.of("team", cluster));
        change.put("resource", "cluster " + cluster);
        change.put("before", Map.of("running", true));
        change.put("after", Map.of("running", false, "password", "planted"));
        change.put("a_field_of_tomorrow", 1);
        String message = new ObjectMapper().writeValueAsString(change);
        raw(message);
        return message;
    }

    public void raw(String value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.AUDIT, "k", value)).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
