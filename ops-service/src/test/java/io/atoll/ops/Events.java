package io.atoll.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.testkit.AtollStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the control topics as other services do.
public final class Events {

    private Events() {}

    /// Waits for events of these types, in this order, that name `text`.
    public static void awaitTypes(String topic, String text, String... types) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", AtollStack.kafka()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var seen = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(r -> seen.add(r.value()));
                                var mine =
                                        seen.stream()
                                                .filter(v -> v.contains("'" + text + "'"))
                                                .toList();
                                assertThat(mine).hasSize(types.length);
                                for (int i = 0; i < types.length; i++) {
                                    assertThat(mine.get(i)).contains(types[i]);
                                }
                            });
        }
    }
}
