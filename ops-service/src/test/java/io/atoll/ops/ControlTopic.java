package io.atoll.ops;

import io.atoll.testkit.AtollStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Waits for messages of one key on a control topic. */
public final class ControlTopic {

    private ControlTopic() {}

    /** The first message of the key that contains the text. */
    public static String await(String topic, String key, String text) {
        return find(topic, key, value -> value != null && value.contains(text));
    }

    public static void awaitTombstone(String topic, String key) {
        find(topic, key, value -> value == null);
    }

    private static String find(String topic, String key, Predicate<String> wanted) {
        var text = new StringDeserializer();
        var found = new String[1];
        var settings = Map.<String, Object>of("bootstrap.servers", AtollStack.kafka());
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> {
                                for (var r : consumer.poll(Duration.ofMillis(200))) {
                                    if (key.equals(r.key()) && wanted.test(r.value())) {
                                        found[0] = r.value();
                                        return true;
                                    }
                                }
                                return false;
                            });
        }
        return found[0];
    }
}
