package io.atoll.ops.picture;

import io.atoll.ops.connection.ClusterConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The picture of one cluster and how it is renewed: one reading at a time, shared by all who wait
/// for it. Changes made meanwhile win over a reading that may have begun before them.
final class ClusterPicture {

    /// A broker may answer from metadata that is this much older than a change it has confirmed.
    private static final Duration LAG = Duration.ofSeconds(2);

    private static final TopicPicture NOTHING =
            new TopicPicture(List.of(), Instant.EPOCH, Duration.ZERO);

    private final Supplier<ClusterConnection> connection;
    private final Clock clock;
    private final Executor executor;
    private final Map<String, TopicPicture.Change> changes = new HashMap<>();
    private volatile @Nullable TopicPicture current;
    private volatile @Nullable String failure;
    private volatile Instant lookedAt;
    private volatile Instant triedAt = Instant.EPOCH;
    private @Nullable CompletableFuture<TopicPicture> running;

    ClusterPicture(Supplier<ClusterConnection> connection, Clock clock, Executor executor) {
        this.connection = connection;
        this.clock = clock;
        this.executor = executor;
        this.lookedAt = clock.instant();
    }

    Optional<TopicPicture> current() {
        return Optional.ofNullable(current);
    }

    /// Why the last reading failed, where it did.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void looked() {
        lookedAt = clock.instant();
    }

    boolean lookedSince(Instant moment) {
        return lookedAt.isAfter(moment);
    }

    /// True where it is time to read again; large clusters are read less often. Spread by a tenth.
    boolean due(Duration interval) {
        var last = current;
        var took = last == null ? Duration.ZERO : last.took().multipliedBy(10);
        var pause = (took.compareTo(interval) > 0 ? took : interval).toMillis();
        var spread = ThreadLocalRandom.current().nextLong(pause / 10 + 1);
        return triedAt.plusMillis(pause - spread).isBefore(clock.instant());
    }

    /// The reading under way, or a new one.
    synchronized CompletableFuture<TopicPicture> refresh() {
        var now = running;
        if (now == null || now.isDone()) {
            triedAt = clock.instant();
            now = CompletableFuture.supplyAsync(this::read, executor);
            running = now;
        }
        return now;
    }

    /// Begins a reading where none is under way, and does not wait for it.
    void renew() {
        var unused = refresh();
    }

    /// A reading that begins after this call.
    CompletableFuture<TopicPicture> refreshAnew() {
        CompletableFuture<TopicPicture> under;
        synchronized (this) {
            under = running;
        }
        return under == null || under.isDone()
                ? refresh()
                : under.exceptionally(failed -> NOTHING).thenCompose(before -> refresh());
    }

    private TopicPicture read() {
        var start = clock.instant();
        try {
            var rows = PictureLoader.load(connection.get());
            var took = Duration.between(start, clock.instant());
            return settle(TopicPicture.of(rows, start, took));
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            throw e;
        }
    }

    private synchronized TopicPicture settle(TopicPicture read) {
        changes.values().removeIf(change -> change.at().isBefore(read.at().minus(LAG)));
        var settled = read.with(changes.values());
        current = settled;
        failure = null;
        return settled;
    }

    synchronized void change(String name, Optional<TopicRow> row) {
        var change = new TopicPicture.Change(name, row, clock.instant());
        changes.put(name, change);
        var known = current;
        if (known != null) {
            current = known.with(List.of(change));
        }
    }
}
