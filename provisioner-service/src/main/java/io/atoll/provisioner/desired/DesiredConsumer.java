package io.atoll.provisioner.desired;

import io.atoll.contracts.Topics;
import io.atoll.kit.outbox.ControlKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of wishes on a virtual thread. Where to read on is kept in the database, for each
 * topic by its id: a database that is new, or a topic that is, is read from the beginning.
 */
@ApplicationScoped
public class DesiredConsumer {

    private static final Logger LOG = Logger.getLogger(DesiredConsumer.class);
    private static final TopicPartition WISHES = new TopicPartition(Topics.CLUSTERS_DESIRED, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> kafka;
    private final Pool pool;
    private final DesiredStore store;
    private final DesiredProjector projector;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, String> consumer;
    private volatile boolean caughtUp;

    DesiredConsumer(ControlKafka kafka, Pool pool, DesiredStore store, DesiredProjector projector) {
        this.kafka = kafka.settings();
        this.pool = pool;
        this.store = store;
        this.projector = projector;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("wishes").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    /** True once every wish that was there when this process started has been stored. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    private void work() {
        while (stop.getCount() > 0) {
            try {
                read(topicId());
            } catch (WakeupException stopping) {
                return;
            } catch (Throwable failure) {
                LOG.warnf("Wishes cannot be read now: %s", failure.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            var _ = stop.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            stop.countDown();
        }
    }

    private String topicId() throws Exception {
        try (var admin = Admin.create(settings())) {
            return admin.describeTopics(List.of(Topics.CLUSTERS_DESIRED))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get(10, TimeUnit.SECONDS)
                    .topicId()
                    .toString();
        }
    }

    private void read(String topicId) {
        var text = new StringDeserializer();
        try (var open = new KafkaConsumer<>(settings(), text, text)) {
            consumer = open;
            open.assign(List.of(WISHES));
            var from = store.position(pool, topicId).await().atMost(PATIENCE);
            open.seek(WISHES, from.orElse(0L));
            long end = open.endOffsets(List.of(WISHES)).values().iterator().next();
            while (stop.getCount() > 0) {
                caughtUp = caughtUp || open.position(WISHES) >= end;
                for (var message : open.poll(POLL)) {
                    var found =
                            new DesiredProjector.Message(
                                    topicId, message.offset(), message.key(), message.value());
                    projector.project(found).await().atMost(PATIENCE);
                }
            }
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put("client.id", "atoll-provisioner-wishes");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("reconnect.backoff.max.ms", 1000);
        return settings;
    }
}
