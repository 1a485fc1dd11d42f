package io.atoll.ops.topic;

import io.atoll.kit.refusal.AtollException;
import io.atoll.ops.connection.ClusterConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Waits until a change that the controller has confirmed is seen at the brokers too, so that what
/// a caller reads next agrees with what it was told. Gives up quietly: the change itself is done.
@ApplicationScoped
class TopicSettling {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(10);

    private final TopicReader reader;

    TopicSettling(TopicReader reader) {
        this.reader = reader;
    }

    /// Until every partition has a leader.
    void awaitPresent(ClusterConnection connection, String topic) {
        await(() -> hasLeaders(connection, topic));
    }

    void awaitAbsent(ClusterConnection connection, String topic) {
        await(() -> isAbsent(connection, topic));
    }

    void awaitSettings(ClusterConnection connection, String topic, Map<String, String> settings) {
        await(() -> reader.ownSettings(connection, topic).equals(settings));
    }

    private static boolean hasLeaders(ClusterConnection connection, String topic) {
        try {
            var found =
                    connection.admin(admin -> admin.describeTopics(List.of(topic)).allTopicNames());
            return found.values().stream()
                    .flatMap(t -> t.partitions().stream())
                    .allMatch(p -> isThere(p.leader()));
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    private static boolean isThere(Node leader) {
        return leader != null && !leader.isEmpty();
    }

    private static boolean isAbsent(ClusterConnection connection, String topic) {
        try {
            connection.admin(admin -> admin.describeTopics(List.of(topic)).allTopicNames());
            return false;
        } catch (UnknownTopicOrPartitionException e) {
            return true;
        }
    }

    private static void await(BooleanSupplier settled) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!settled.getAsBoolean() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(STEP.toNanos());
            }
        } catch (AtollException | KafkaException e) {
            // Only the looking failed.
            return;
        }
    }
}
