package io.atoll.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.kit.outbox.ControlKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
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
 * Follows the topic of changes on a thread of its own and adds each one to the chain, together with
 * the place in the topic: whatever dies, none is lost and none is there twice. Every gateway reads;
 * the first one writes.
 */
@ApplicationScoped
class ChangeReader {
    private static final Logger LOG = Logger.getLogger(ChangeReader.class);
    private static final TopicPartition CHANGES = new TopicPartition(Topics.AUDIT, 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long REST_MS = 1_000;
    private static final Attempt.Who NOBODY =
            new Attempt.Who("gateway", "system", null, null, null);

    private final ChangeLog log;
    private final AuditDocument documents;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, String> consumer;

    ChangeReader(ChangeLog log, AuditDocument documents, ObjectMapper mapper, ControlKafka kafka) {
        this.log = log;
        this.documents = documents;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.kafka = kafka.settings();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().name("audit-reader").daemon().start(this::run);
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
            } catch (KafkaException | ChangeLog.NotWritten e) {
                LOG.warnf("Changes do not get into the audit, trying again: %s", e.getMessage());
            }
            if (isStopped(REST_MS)) {
                return;
            }
        }
    }

    private void follow(Consumer<String, String> from) {
        if (!exists(from)) {
            return;
        }
        from.assign(List.of(CHANGES));
        long begin = from.beginningOffsets(List.of(CHANGES)).getOrDefault(CHANGES, 0L);
        long end = from.endOffsets(List.of(CHANGES)).getOrDefault(CHANGES, begin);
        long next = log.next();
        if (next > end) {
            LOG.warnf("The topic of changes is another one: read from its beginning");
            log.restart(begin);
        }
        from.seek(CHANGES, next < begin || next > end ? begin : next);
        while (!isStopped(0)) {
            var records = from.poll(POLL).records(CHANGES);
            if (!records.isEmpty()) {
                log.append(records.stream().map(this::read).toList());
            }
        }
    }

    private ChangeLog.Entry read(ConsumerRecord<String, String> message) {
        try {
            AuditChange change = mapper.readValue(message.value(), AuditChange.class);
            return new ChangeLog.Entry(message.offset(), documents.changed(change));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warnf("%s is no change: %s", message.offset(), e.getMessage());
            return new ChangeLog.Entry(
                    message.offset(), documents.unreadable(message.offset(), NOBODY));
        }
    }

    private static boolean exists(Consumer<String, String> from) {
        try {
            var partitions = from.partitionsFor(Topics.AUDIT, Duration.ofSeconds(10));
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
        settings.put("max.poll.records", "200");
        settings.put("client.id", "gateway-audit");
        return settings;
    }
}
