package io.atoll.launcher.child;

import io.atoll.launcher.process.ProcessRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// All children of one run. Starts each as soon as what it needs is ready, keeps it running, and
/// stops them tier by tier.
public final class Supervisor {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Watcher watcher;

    public Supervisor(
            List<Part> parts,
            Function<String, Path> logs,
            ProcessRecords records,
            Watcher watcher) {
        this.watcher = watcher;
        for (var part : parts) {
            keepers.put(part.name(), new Keeper(part, logs.apply(part.name()), records, watcher));
        }
    }

    /// Blocks until every child is ready, or until it is no longer wanted.
    ///
    /// @return whether all are ready
    /// @throws RuntimeException the first reason why one could not become ready; the others run on
    public boolean start(CompletableFuture<Void> unwanted) {
        for (var keeper : keepers.values()) {
            watcher.changed(keeper.part(), State.WAITING);
        }
        var failed = new CompletableFuture<Void>();
        for (var keeper : keepers.values()) {
            Thread.ofVirtual().name(keeper.part().name()).start(() -> keep(keeper, failed));
        }
        var ready = allReady(keepers.keySet().stream().toList());
        join(CompletableFuture.anyOf(unwanted, failed, ready));
        return !unwanted.isDone();
    }

    /// The pid of a child that runs now.
    public Optional<Long> pid(String name) {
        return Optional.ofNullable(keepers.get(name)).flatMap(Keeper::pid);
    }

    /// Blocks until every child has ended.
    ///
    /// @param stopped called with each part and whether it had to be ended by force
    public void stop(BiConsumer<Part, Boolean> stopped) {
        keepers.values().forEach(Keeper::forbidStarts);
        keepers.values().stream()
                .map(keeper -> keeper.part().tier())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(tier -> stopTier(tier, stopped));
    }

    private void keep(Keeper keeper, CompletableFuture<Void> failed) {
        try {
            needs(keeper.part()).join();
        } catch (CompletionException neverReady) {
            return;
        }
        keeper.keep();
        if (keeper.firstReady().isCompletedExceptionally()) {
            failed.completeExceptionally(keeper.firstReady().exceptionNow());
        }
    }

    private void stopTier(int tier, BiConsumer<Part, Boolean> stopped) {
        var threads =
                keepers.values().stream()
                        .filter(keeper -> keeper.part().tier() == tier)
                        .map(keeper -> Thread.ofVirtual().start(() -> stopOne(keeper, stopped)))
                        .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void stopOne(Keeper keeper, BiConsumer<Part, Boolean> stopped) {
        try {
            var ran = keeper.pid().isPresent();
            var forced = keeper.stop(STOP_LIMIT);
            if (ran) {
                stopped.accept(keeper.part(), forced);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> needs(Part part) {
        return allReady(part.needs().stream().filter(keepers::containsKey).toList());
    }

    private CompletableFuture<Void> allReady(List<String> names) {
        return CompletableFuture.allOf(
                names.stream()
                        .flatMap(name -> Optional.ofNullable(keepers.get(name)).stream())
                        .map(Keeper::firstReady)
                        .toArray(CompletableFuture[]::new));
    }

    private static void join(CompletableFuture<?> all) {
        try {
            all.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }
}
