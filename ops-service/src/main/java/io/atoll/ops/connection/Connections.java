package io.atoll.ops.connection;

import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.refusal.ReadOnly;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.ops.endpoint.Endpoint;
import io.atoll.ops.endpoint.Endpoints;
import io.atoll.ops.endpoint.ManagedEndpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The way to every cluster. A connection is made when first asked for, and ends when its cluster
/// stops, goes, moves to another address or is not used for some minutes.
@ApplicationScoped
public class Connections {

    private static final String STATE = "atoll_connection_state";

    private final ClusterDirectory directory;
    private final Endpoints endpoints;
    private final ConnectionConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, ClusterConnection> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("connection-sweeper").factory());

    Connections(
            ClusterDirectory directory,
            Endpoints endpoints,
            ConnectionConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.directory = directory;
        this.endpoints = endpoints;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /// The connection to a cluster that is up; refuses with the reason where it is not. Waits a
    /// moment where it is just starting. Call on a virtual thread.
    public ClusterConnection of(String clusterId) {
        var reach = directory.awaitReach(clusterId, config.openingTimeout().toMillis());
        return switch (reach.orElseThrow(() -> new NotFound("cluster", clusterId, List.of()))) {
            case Reach.At address -> at(clusterId, address);
            case Reach.Opening(var reason) -> throw new Unavailable(reason);
            case Reach.Closed(var reason) -> throw new Unavailable(reason);
        };
    }

    /// As `of`, for whoever is going to change something: refused where nothing may change. Every
    /// change, from whatever door, begins here.
    public ClusterConnection toChange(String clusterId) {
        if (directory.find(clusterId).map(c -> c.desired().readOnly()).orElse(false)) {
            throw new ReadOnly(clusterId);
        }
        return of(clusterId);
    }

    /// Has the cluster looked at again before anything more is asked of it.
    public void recheck(String clusterId) {
        var current = open.get(clusterId);
        if (current != null) {
            current.retire();
        }
    }

    private Endpoint endpoint(String clusterId, Reach.At address) {
        var external = address.external();
        return external == null
                ? new ManagedEndpoint(address.bootstrap())
                : endpoints.external(clusterId, external);
    }

    private ClusterConnection at(String clusterId, Reach.At address) {
        return open.compute(
                clusterId,
                (id, current) -> {
                    if (current != null && current.address().equals(address)) {
                        return current;
                    }
                    if (current != null) {
                        current.close();
                    }
                    return made(id, address);
                });
    }

    private ClusterConnection made(String clusterId, Reach.At address) {
        var connection =
                new ClusterConnection(
                        clusterId, address, () -> endpoint(clusterId, address), config, clock);
        Gauge.builder(STATE, open, all -> health(all.get(clusterId)))
                .description("1: the cluster answers, 0: not opened, -1: it does not answer")
                .tag("cluster", clusterId)
                .register(meters);
        return connection;
    }

    private static int health(@Nullable ClusterConnection connection) {
        return connection == null ? 0 : connection.health();
    }

    void start(@Observes StartupEvent event) {
        directory.listen(this::closeWhereMoved);
        var unused = sweeper.scheduleWithFixedDelay(this::closeIdle, 30, 30, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sweeper.shutdownNow();
        open.keySet().forEach(this::drop);
    }

    private void closeWhereMoved(String clusterId) {
        var reach = directory.reach(clusterId).orElse(null);
        open.computeIfPresent(
                clusterId,
                (id, current) -> {
                    if (current.address().equals(reach)) {
                        return current;
                    }
                    current.close();
                    forgetMetric(id);
                    return null;
                });
    }

    private void closeIdle() {
        var limit = clock.instant().minus(config.idleTimeout());
        open.values().stream()
                .filter(c -> c.idleSince(limit))
                .map(ClusterConnection::clusterId)
                .forEach(this::drop);
    }

    private void drop(String clusterId) {
        var gone = open.remove(clusterId);
        if (gone != null) {
            gone.close();
            forgetMetric(clusterId);
        }
    }

    private void forgetMetric(String clusterId) {
        meters.find(STATE).tags(Tags.of(Tag.of("cluster", clusterId))).meters().stream()
                .toList()
                .forEach(meters::remove);
    }
}
