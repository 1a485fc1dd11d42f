package io.atoll.bench.broker;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record, written with all acknowledgements and read back. */
public final class Records {
    private static final String TOPIC = "first";

    private Records() {}

    public static void roundTrip(String bootstrap) throws InterruptedException, ExecutionException {
        var config = new Properties();
        config.setProperty("bootstrap.servers", bootstrap);
        config.setProperty("acks", "all");
        config.setProperty("reconnect.backoff.ms", "10");
        config.setProperty("reconnect.backoff.max.ms", "50");
        config.setProperty("retry.backoff.ms", "20");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "hello")).get();
        }
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }
}
