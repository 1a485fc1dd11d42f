package io.atoll.e2e.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain Kafka clients: what a user's program does with the endpoint that Atoll shows. */
public final class KafkaClients {
    private KafkaClients() {}

    public static KafkaProducer<String, String> producer(String bootstrap) {
        var config = new Properties();
        config.putAll(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "delivery.timeout.ms", "60000",
                        "request.timeout.ms", "5000"));
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** Writes each value and waits until all in-sync replicas have it. */
    public static void produce(String bootstrap, String topic, List<String> values) {
        try (var producer = producer(bootstrap)) {
            var sent = values.stream().map(v -> producer.send(record(topic, v))).toList();
            for (var each : sent) {
                each.get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("not written to " + topic + " at " + bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static ProducerRecord<String, String> record(String topic, String value) {
        return new ProducerRecord<>(topic, value, value);
    }

    /** All values of the topic from its beginning to its end as it is now. */
    public static List<String> readAll(String bootstrap, String topic) {
        var config = new Properties();
        config.putAll(Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"));
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(500)).forEach(r -> values.add(r.value()));
            }
        }
        return values;
    }
}
