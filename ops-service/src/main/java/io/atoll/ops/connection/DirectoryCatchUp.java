package io.atoll.ops.connection;

import io.atoll.kit.problem.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Brings the directory up to the present. Whoever saw a cluster at the registry must never be told
/// here that there is none, so before that is said, all that stands in the control topics is read.
@ApplicationScoped
class DirectoryCatchUp {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ClusterDirectory directory;
    private final String bootstrap;
    private @Nullable Admin admin;

    DirectoryCatchUp(
            ClusterDirectory directory,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.directory = directory;
        this.bootstrap = bootstrap;
    }

    /// Returns once the directory holds what the control topics held at the call. Call on a virtual
    /// thread.
    ///
    /// @throws Unavailable where the control topics cannot be read within three seconds
    void toPresent() {
        if (!directory.awaitReadUpTo(ends(), PATIENCE.toMillis())) {
            throw unreadable();
        }
    }

    private Map<TopicPartition, Long> ends() {
        var found = new HashMap<TopicPartition, Long>();
        for (var topic : new TopicPartition[] {ClusterDirectory.DESIRED, ClusterDirectory.STATUS}) {
            found.put(topic, end(topic));
        }
        return found;
    }

    private long end(TopicPartition topic) {
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        try {
            return admin().listOffsets(Map.of(topic, OffsetSpec.latest()), options)
                    .partitionResult(topic)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw unreadable();
        } catch (TimeoutException e) {
            throw unreadable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable();
        }
    }

    private static Unavailable unreadable() {
        return new Unavailable("The list of clusters cannot be read just now; try again.");
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(ClientProperties.admin("atoll-ops-catch-up", bootstrap));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
