package io.atoll.ops.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.kit.outbox.ControlKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the two compacted control topics from their beginning, on one thread of its own, without
/// a group and without commits: each replica keeps the whole picture. A topic that does not exist
/// yet counts as empty and is looked for until it does.
@ApplicationScoped
class DirectoryConsumer {

    private static final Logger LOG = Logger.getLogger(DirectoryConsumer.class);
    private static final List<TopicPartition> TOPICS =
            List.of(ClusterDirectory.DESIRED, ClusterDirectory.STATUS);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ClusterDirectory directory;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private volatile boolean running = true;
    private volatile boolean caughtUp;
    private volatile @Nullable KafkaConsumer<String, String> consumer;

    @Inject
    DirectoryConsumer(ClusterDirectory directory, ObjectMapper mapper, ControlKafka kafka) {
        this(directory, mapper, kafka.settings());
    }

    DirectoryConsumer(ClusterDirectory directory, ObjectMapper mapper, Map<String, Object> kafka) {
        this.directory = directory;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.kafka = kafka;
    }

    /// True once everything was read that stood in the topics at the start.
    boolean caughtUp() {
        return caughtUp;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("cluster-directory").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    private void run() {
        while (running) {
            try (var fresh = open()) {
                consumer = fresh;
                new Reading(fresh).follow();
            } catch (WakeupException e) {
                LOG.debug("Stopping");
            } catch (KafkaException e) {
                LOG.warnf("Reading the clusters failed, will go on: %s", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private KafkaConsumer<String, String> open() {
        return new KafkaConsumer<>(
                ClientProperties.control(kafka),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private void accept(ConsumerRecord<String, String> message) {
        var id = message.key();
        @Nullable String text = message.value();
        try {
            if (message.topic().equals(Topics.CLUSTERS_DESIRED)) {
                directory.desired(id, text == null ? null : desired(text));
            } else {
                directory.status(id, text == null ? null : status(text));
            }
        } catch (JsonProcessingException e) {
            LOG.errorf(
                    "Left out offset %d of %s, which cannot be read: %s",
                    message.offset(), message.topic(), e.getOriginalMessage());
        }
    }

    private ClusterDesired desired(String text) throws JsonProcessingException {
        @Nullable ClusterDesired read = mapper.readValue(text, ClusterDesired.class);
        if (read == null || read.id() == null || read.spec() == null) {
            throw notWhole();
        }
        return read;
    }

    private ClusterStatusChanged status(String text) throws JsonProcessingException {
        @Nullable ClusterStatusChanged read = mapper.readValue(text, ClusterStatusChanged.class);
        if (read == null || read.status() == null || read.status().phase() == null) {
            throw notWhole();
        }
        return read;
    }

    /// JSON leaves null what it does not name.
    private static JsonProcessingException notWhole() {
        return new JsonMappingException(null, "a field is missing");
    }

    /// One pass with one consumer, from the beginning of both topics until it fails or stops.
    private final class Reading {

        private final KafkaConsumer<String, String> source;
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private final Map<String, Set<String>> keys = new HashMap<>();

        Reading(KafkaConsumer<String, String> source) {
            this.source = source;
        }

        void follow() {
            while (running) {
                assignWhatExists();
                if (source.assignment().isEmpty()) {
                    caughtUp = true;
                    LockSupport.parkNanos(PAUSE.toNanos());
                    continue;
                }
                noteProgress();
                for (var message : source.poll(PAUSE)) {
                    remember(message);
                    accept(message);
                }
            }
        }

        /// Before a poll too: one of topics that hold nothing more waits in vain.
        private void noteProgress() {
            source.assignment().forEach(t -> directory.readUpTo(t, source.position(t)));
            ends.entrySet().removeIf(this::reached);
            caughtUp |= ends.isEmpty();
        }

        private void assignWhatExists() {
            if (source.assignment().size() == TOPICS.size()) {
                return;
            }
            var known = new HashSet<>(source.assignment());
            var found =
                    TOPICS.stream()
                            .filter(t -> !known.contains(t))
                            .filter(t -> !source.partitionsFor(t.topic()).isEmpty())
                            .toList();
            if (found.isEmpty()) {
                return;
            }
            known.addAll(found);
            source.assign(known);
            source.seekToBeginning(found);
            ends.putAll(source.endOffsets(found));
        }

        private void remember(ConsumerRecord<String, String> message) {
            if (ends.containsKey(new TopicPartition(message.topic(), message.partition()))) {
                var seen = keys.computeIfAbsent(message.topic(), t -> new HashSet<>());
                if (message.value() == null) {
                    seen.remove(message.key());
                } else {
                    seen.add(message.key());
                }
            }
        }

        private boolean reached(Map.Entry<TopicPartition, Long> end) {
            if (source.position(end.getKey()) < end.getValue()) {
                return false;
            }
            var topic = end.getKey().topic();
            var seen = keys.getOrDefault(topic, Set.of());
            if (topic.equals(Topics.CLUSTERS_DESIRED)) {
                directory.retainDesired(seen);
            } else {
                directory.retainStatuses(seen);
            }
            return true;
        }
    }
}
