package io.atoll.gateway.identity.revocation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What credentials are good for, remembered for a minute, less where {@link AccessChanges} tells of
 * a change. A request whose credential is remembered costs no query.
 */
public final class Remembered<V> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AccessChanges changes;
    private final Function<UUID, Uni<Optional<V>>> read;
    private final Function<V, String> subject;

    private final AsyncCache<UUID, Optional<V>> values =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .buildAsync();

    private final Cache<UUID, Boolean> met =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    /**
     * @param subject whose a value is
     */
    public Remembered(
            AccessChanges changes,
            Function<UUID, Uni<Optional<V>>> read,
            Function<V, String> subject) {
        this.changes = changes;
        this.read = read;
        this.subject = subject;
        changes.listen(this::forgetSubject);
    }

    /** Done at once where it is remembered; else completes on the thread that asked first. */
    public CompletableFuture<Optional<V>> find(UUID id) {
        if (!changes.trusted()) {
            return ask(id);
        }
        return values.get(id, (_, _) -> load(id));
    }

    /** Whether there was such a credential lately: who names it has not made the id up. */
    public boolean hasMet(UUID id) {
        return met.getIfPresent(id) != null;
    }

    public void meet(UUID id) {
        met.put(id, true);
    }

    public void forget(UUID id) {
        values.synchronous().invalidate(id);
    }

    public void forgetSubject(String name) {
        if (name.equals(AccessChanges.EVERYBODY)) {
            values.synchronous().invalidateAll();
            return;
        }
        values.synchronous()
                .asMap()
                .values()
                .removeIf(v -> v.isEmpty() || subject.apply(v.get()).equals(name));
    }

    private CompletableFuture<Optional<V>> ask(UUID id) {
        return read.apply(id)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new Unavailable("Who calls cannot be looked up. Try again."))
                .subscribeAsCompletionStage();
    }

    private CompletableFuture<Optional<V>> load(UUID id) {
        long before = changes.version();
        CompletableFuture<Optional<V>> loading = ask(id);
        CompletionStage<Optional<V>> loaded = loading;
        loaded.thenAccept(
                found -> {
                    found.ifPresent(_ -> meet(id));
                    if (changes.version() != before) {
                        forget(id);
                    }
                });
        return loading;
    }
}
