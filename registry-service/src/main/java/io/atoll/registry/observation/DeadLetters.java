package io.atoll.registry.observation;

import io.atoll.contracts.Topics;
import io.atoll.kit.outbox.ControlKafka;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Keeps messages that can never be stored for someone to look at. Used by one thread. */
@ApplicationScoped
class DeadLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private @Nullable KafkaProducer<String, String> producer;

    DeadLetters(ControlKafka kafka) {
        this.kafka = kafka.settings();
    }

    /**
     * Returns once the message stands in its topic.
     *
     * @throws KafkaException it does not, and the message has to be read again
     */
    void add(ConsumerRecord<String, String> message, Throwable reason) {
        var letter =
                new ProducerRecord<>(
                        message.topic() + Topics.DEAD_SUFFIX, message.key(), message.value());
        letter.headers().add("reason", reason.toString().getBytes(StandardCharsets.UTF_8));
        letter.headers()
                .add("offset", Long.toString(message.offset()).getBytes(StandardCharsets.UTF_8));
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter was not taken", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<String, String> producer() {
        var open = producer;
        if (open == null) {
            var settings = new HashMap<>(kafka);
            settings.put("client.id", "atoll-registry-dead-letters");
            var text = new StringSerializer();
            open = new KafkaProducer<>(settings, text, text);
            producer = open;
        }
        return open;
    }

    void stop(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
