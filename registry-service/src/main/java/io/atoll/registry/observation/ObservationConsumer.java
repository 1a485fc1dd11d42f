package io.atoll.registry.observation;

import io.atoll.kit.outbox.ControlKafka;
import io.atoll.registry.request.DataRefused;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics of all projections, with the group that replicas share. While the database
 * cannot be reached a message waits; what can never be stored is set aside.
 */
@ApplicationScoped
class ObservationConsumer {

    private static final Logger LOG = Logger.getLogger(ObservationConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Map<String, Object> kafka;
    private final Map<String, Projection> projections;
    private final DeadLetters dead;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, String> consumer;
    private @Nullable Thread thread;

    ObservationConsumer(
            ControlKafka kafka, @Any Instance<Projection> projections, DeadLetters dead) {
        this.kafka = kafka.settings();
        this.projections =
                projections.stream()
                        .collect(Collectors.toMap(Projection::topic, Function.identity()));
        this.dead = dead;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("observations").start(this::work);
    }

    /** Leaves the group, so that the next one need not wait until this one is missed. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            thread.join(LAST_PATIENCE);
        }
    }

    private void work() {
        while (!isStopped(0)) {
            var text = new StringDeserializer();
            try (var open = new KafkaConsumer<>(settings(), text, text)) {
                consumer = open;
                follow(open);
            } catch (WakeupException stopping) {
                return;
            } catch (KafkaException failure) {
                LOG.warnf("Reports cannot be read now: %s", failure.getMessage());
                isStopped(FIRST_PAUSE_MS);
            }
        }
    }

    /** Ends with an exception, which may be that another replica reads on. */
    private void follow(KafkaConsumer<String, String> open) {
        open.subscribe(projections.keySet());
        while (true) {
            var found = open.poll(POLL);
            found.forEach(this::take);
            if (!found.isEmpty()) {
                open.commitSync(PATIENCE);
            }
        }
    }

    private void take(ConsumerRecord<String, String> message) {
        @Nullable String text = message.value();
        if (text == null) {
            return;
        }
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                project(message.topic(), message.key(), text);
                return;
            } catch (Throwable failure) {
                if (isForGood(failure)) {
                    LOG.errorf(
                            "Set aside offset %d of %s: %s",
                            message.offset(), message.topic(), failure);
                    dead.add(message, failure);
                    return;
                }
                LOG.warnf("Offset %d of %s waits: %s", message.offset(), message.topic(), failure);
            }
            if (isStopped(pause)) {
                throw new WakeupException();
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    private void project(String topic, String key, String text) throws Throwable {
        var projection = Objects.requireNonNull(projections.get(topic));
        VertxContextSupport.subscribeAndAwait(
                () ->
                        Uni.createFrom()
                                .deferred(() -> projection.project(key, text))
                                .ifNoItem()
                                .after(PATIENCE)
                                .fail());
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof UncheckedIOException || DataRefused.isCauseOf(failure);
    }

    private boolean isStopped(long withinMs) {
        try {
            return stopped.await(withinMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put("group.id", "registry");
        settings.put("client.id", "atoll-registry-observations");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 100);
        // A killed registry leaves its group after six seconds, not the usual 45.
        settings.put("session.timeout.ms", 6_000);
        settings.put("heartbeat.interval.ms", 2_000);
        return settings;
    }
}
