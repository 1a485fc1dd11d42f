package io.atoll.ops.connection;

import io.atoll.contracts.Topics;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Every cluster that the control topics tell of, in memory. Written by `DirectoryConsumer` alone.
@ApplicationScoped
public class ClusterDirectory {

    static final TopicPartition DESIRED = new TopicPartition(Topics.CLUSTERS_DESIRED, 0);
    static final TopicPartition STATUS = new TopicPartition(Topics.CLUSTERS_STATUS, 0);

    private final String endpoint;
    private final Map<String, ClusterDesired> desired = new ConcurrentHashMap<>();
    private final Map<String, ClusterStatusChanged> statuses = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    ClusterDirectory(ConnectionConfig config) {
        this(config.endpoint());
    }

    ClusterDirectory(String endpoint) {
        this.endpoint = endpoint;
    }

    public Optional<KnownCluster> find(String id) {
        return Optional.ofNullable(desired.get(id))
                .map(spec -> new KnownCluster(spec, statuses.get(id)));
    }

    public Collection<KnownCluster> all() {
        return desired.values().stream()
                .map(spec -> new KnownCluster(spec, statuses.get(spec.id())))
                .toList();
    }

    /// Calls `listener` with the id of each cluster that changes, on the thread that read of it.
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    void desired(String id, @Nullable ClusterDesired next) {
        if (next == null) {
            desired.remove(id);
        } else {
            desired.merge(id, next, (a, b) -> b.generation() >= a.generation() ? b : a);
        }
        changed(id);
    }

    void status(String id, @Nullable ClusterStatusChanged next) {
        if (next == null) {
            statuses.remove(id);
        } else {
            statuses.merge(id, next, (a, b) -> b.sequence() >= a.sequence() ? b : a);
        }
        changed(id);
    }

    /// Everything before this offset of a control topic is in the directory.
    void readUpTo(TopicPartition topic, long offset) {
        Long before = positions.put(topic, offset);
        if (before == null || before != offset) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /// Waits until everything before these offsets was read; false where that did not happen within
    /// `millis`. Call on a virtual thread.
    boolean awaitReadUpTo(Map<TopicPartition, Long> ends, long millis) {
        return await(
                millis,
                () ->
                        ends.entrySet().stream()
                                .allMatch(
                                        end ->
                                                positions.getOrDefault(end.getKey(), 0L)
                                                        >= end.getValue()));
    }

    /// Forgets what a topic, read from its beginning to its end, no longer holds.
    void retainDesired(Set<String> ids) {
        forget(desired.keySet(), ids);
    }

    void retainStatuses(Set<String> ids) {
        forget(statuses.keySet(), ids);
    }

    private void forget(Set<String> known, Set<String> ids) {
        var gone = known.stream().filter(id -> !ids.contains(id)).toList();
        gone.forEach(known::remove);
        gone.forEach(this::changed);
    }

    private void changed(String id) {
        Objects.requireNonNull(id);
        listeners.forEach(listener -> listener.accept(id));
        synchronized (this) {
            notifyAll();
        }
    }

    /// The cluster's reach; waits at most `millis` while it is opening. Call on a virtual thread.
    Optional<Reach> awaitReach(String id, long millis) {
        await(millis, () -> !(reach(id).orElse(null) instanceof Reach.Opening));
        return reach(id);
    }

    Optional<Reach> reach(String id) {
        return find(id).map(known -> known.reach(endpoint));
    }

    private synchronized boolean await(long millis, BooleanSupplier reached) {
        var deadline = System.nanoTime() + millis * 1_000_000;
        while (!reached.getAsBoolean()) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
