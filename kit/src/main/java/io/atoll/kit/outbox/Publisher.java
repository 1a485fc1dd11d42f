package io.atoll.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends rows in order and waits until all in-sync replicas have them. Used by one thread. */
final class Publisher implements AutoCloseable {

    private static final int PATIENCE_MS = 5_000;

    private final Map<String, Object> kafka;
    private @Nullable Producer<String, String> producer;
    private boolean topicsMade;

    /**
     * @param kafka client properties, {@code bootstrap.servers} among them
     */
    Publisher(Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * What became of a batch.
     *
     * @param acked ids that may be deleted: no earlier row of their key is still to come
     */
    record Result(List<Long> acked, @Nullable Exception failure) {}

    /** Makes sure of the control topics, the first time. */
    void prepare() throws InterruptedException {
        if (!topicsMade) {
            ControlTopics.ensure(kafka);
            topicsMade = true;
        }
    }

    Result publish(List<OutboxRow> rows) throws InterruptedException {
        var acks = new ArrayList<Future<?>>();
        for (var row : rows) {
            var ack = producer().send(row.message());
            acks.add(ack);
            if (isUnreachable(ack)) {
                break;
            }
        }
        return await(rows, acks);
    }

    /** The send waited in vain for metadata; those behind it would too, one after another. */
    private static boolean isUnreachable(Future<?> ack) {
        return ack.state() == Future.State.FAILED
                && ack.exceptionNow() instanceof RetriableException;
    }

    private static Result await(List<OutboxRow> rows, List<Future<?>> acks)
            throws InterruptedException {
        var acked = new ArrayList<Long>();
        var broken = new HashSet<OutboxRow.Lane>();
        Exception failure = null;
        for (int i = 0; i < acks.size(); i++) {
            var row = rows.get(i);
            try {
                acks.get(i).get();
                if (!broken.contains(row.lane())) {
                    acked.add(row.id());
                }
            } catch (ExecutionException e) {
                broken.add(row.lane());
                failure = e;
            }
        }
        return new Result(acked, failure);
    }

    private Producer<String, String> producer() {
        var open = producer;
        if (open == null) {
            var text = new StringSerializer();
            open = new KafkaProducer<>(settings(), text, text);
            producer = open;
        }
        return open;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MS);
        return settings;
    }

    /** A producer that has failed for good is of no more use; the next batch gets a new one. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofMillis(PATIENCE_MS));
            producer = null;
        }
    }
}
