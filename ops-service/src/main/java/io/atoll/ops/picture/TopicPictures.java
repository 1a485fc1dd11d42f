package io.atoll.ops.picture;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.AtollException;
import io.atoll.ops.connection.ClusterAccess;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.connection.KafkaFailures;
import io.atoll.ops.connection.Reach;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// The topics of every cluster that somebody looks at. A picture is read at the first look, read
/// again every few seconds while it is looked at, and forgotten when it no longer is.
@ApplicationScoped
public class TopicPictures {

    private static final Logger LOG = Logger.getLogger(TopicPictures.class);

    private final Connections connections;
    private final ClusterAccess access;
    private final PictureConfig config;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("picture-ticker").factory());

    /// @param staleBecause why the picture could not be renewed, absent where it is current
    public record Look(TopicPicture picture, Duration age, Optional<String> staleBecause) {}

    private record Held(Reach.At address, ClusterPicture picture) {}

    TopicPictures(
            Connections connections, ClusterAccess access, PictureConfig config, Clock clock) {
        this.connections = connections;
        this.access = access;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        var unused = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.shutdownNow();
        readers.shutdownNow();
    }

    /// The topics of a cluster that is up. Waits for a reading where there is no picture yet or
    /// `fresh` is asked for; where the picture is old, only a moment. Call on a virtual thread.
    public Look look(String clusterId, boolean fresh) {
        var picture = of(clusterId);
        picture.looked();
        if (fresh || picture.current().isEmpty()) {
            var read = await(clusterId, fresh ? picture.refreshAnew() : picture.refresh());
            return new Look(read, age(read), Optional.empty());
        }
        if (age(picture.current().get()).compareTo(config.interval().multipliedBy(2)) > 0) {
            giveAChance(picture);
        }
        var current = picture.current().get();
        return new Look(current, age(current), picture.failure());
    }

    /// Names near to one that is not there, of those that the caller may see.
    public List<String> near(String clusterId, String name) {
        var rows = look(clusterId, false).picture().rows();
        var visible = access.visible(clusterId, Permission.TOPIC_VIEW);
        return NearNames.of(name, rows.stream().map(TopicRow::name).filter(visible).toList());
    }

    /// Reads one topic again, after it was made, changed or deleted through this service. Where
    /// that fails, the next reading of all topics will tell.
    public void changed(ClusterConnection connection, String topic) {
        try {
            var rows = connection.admin(admin -> PictureLoader.describe(admin, List.of(topic)));
            of(connection.clusterId()).change(topic, rows.stream().findFirst());
        } catch (AtollException | KafkaException e) {
            LOG.debugf("Not read again: %s: %s", topic, e.getMessage());
        }
    }

    private ClusterPicture of(String clusterId) {
        var address = connections.of(clusterId).address();
        return held.compute(
                        clusterId,
                        (id, known) ->
                                known != null && known.address().equals(address)
                                        ? known
                                        : new Held(address, made(id)))
                .picture();
    }

    private ClusterPicture made(String clusterId) {
        return new ClusterPicture(() -> connections.of(clusterId), clock, readers);
    }

    private Duration age(TopicPicture picture) {
        return Duration.between(picture.at(), clock.instant());
    }

    private void giveAChance(ClusterPicture picture) {
        try {
            picture.refresh().get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The old picture is answered, with its age.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TopicPicture await(String clusterId, CompletableFuture<TopicPicture> reading) {
        try {
            return reading.join();
        } catch (RuntimeException e) {
            var failure = KafkaFailures.unwrap(e);
            throw failure instanceof AtollException known
                    ? known
                    : KafkaFailures.problem(clusterId, failure);
        }
    }

    private void tick() {
        var now = clock.instant();
        held.values().removeIf(h -> !h.picture().lookedSince(now.minus(config.forgotten())));
        held.values().stream()
                .map(Held::picture)
                .filter(p -> p.lookedSince(now.minus(config.watched())))
                .filter(p -> p.due(config.interval()))
                .forEach(ClusterPicture::renew);
    }
}
