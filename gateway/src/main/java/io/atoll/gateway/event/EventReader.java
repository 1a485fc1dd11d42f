package io.atoll.gateway.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.kit.outbox.ControlKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of events from its last ones on, without a group: every gateway reads all of
 * it. On a thread of its own. A message that is no event is passed over.
 */
@ApplicationScoped
class EventReader {
    private static final Logger LOG = Logger.getLogger(EventReader.class);
    private static final TopicPartition EVENTS = new TopicPartition(Topics.EVENTS, 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long REST_MS = 1_000;

    private final EventLog log;
    private final EventConfig config;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, String> consumer;
    private boolean begun;

    EventReader(EventLog log, EventConfig config, ObjectMapper mapper, ControlKafka kafka) {
        this.log = log;
        this.config = config;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.kafka = kafka.settings();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().name("event-reader").daemon().start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
        Consumer<String, String> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    private void run() {
        while (!isStopped(0)) {
            try (var fresh = new KafkaConsumer<String, String>(settings())) {
                consumer = fresh;
                follow(fresh);
            } catch (WakeupException _) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("The event log cannot be read, trying again: %s", e.getMessage());
            }
            if (isStopped(REST_MS)) {
                return;
            }
        }
    }

    private void follow(Consumer<String, String> from) {
        if (!exists(from)) {
            log.markCaughtUp();
            return;
        }
        from.assign(List.of(EVENTS));
        long begin = from.beginningOffsets(List.of(EVENTS)).getOrDefault(EVENTS, 0L);
        long end = from.endOffsets(List.of(EVENTS)).getOrDefault(EVENTS, begin);
        from.seek(EVENTS, start(begin, end));
        while (!isStopped(0)) {
            if (from.position(EVENTS) >= end) {
                log.markCaughtUp();
            }
            take(from);
        }
    }

    /** Where it stopped, as long as that is in the topic; else as far back as is kept. */
    private long start(long begin, long end) {
        long next = log.position() + 1;
        if (begun && next >= begin && next <= end) {
            return next;
        }
        begun = true;
        long first = Math.max(begin, end - config.kept());
        log.restart(first - 1);
        return first;
    }

    private void take(Consumer<String, String> from) {
        var records = from.poll(POLL).records(EVENTS);
        if (records.isEmpty()) {
            return;
        }
        var batch = new ArrayList<LoggedEvent>(records.size());
        for (ConsumerRecord<String, String> message : records) {
            LoggedEvent event = read(message);
            if (event != null) {
                batch.add(event);
            }
        }
        log.append(batch, records.getLast().offset());
    }

    private @Nullable LoggedEvent read(ConsumerRecord<String, String> message) {
        if (message.value() == null) {
            return null;
        }
        try {
            AtollEvent event = mapper.readValue(message.value(), AtollEvent.class);
            return LoggedEvent.of(message.offset(), event, mapper.writeValueAsString(event));
        } catch (JsonProcessingException | NullPointerException e) {
            LOG.warnf("Passed over %s, no event: %s", message.offset(), e.getMessage());
            return null;
        }
    }

    private static boolean exists(Consumer<String, String> from) {
        try {
            var partitions = from.partitionsFor(Topics.EVENTS, Duration.ofSeconds(10));
            return partitions != null && !partitions.isEmpty();
        } catch (UnknownTopicOrPartitionException _) {
            return false;
        }
    }

    private boolean isStopped(long waitMs) {
        try {
            return stopped.await(waitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("client.id", "gateway-events");
        return settings;
    }
}
