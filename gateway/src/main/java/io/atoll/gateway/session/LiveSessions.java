package io.atoll.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Remembers sign-ins for a minute, less where {@link AccessChanges} tells of one. A request whose
 * sign-in is remembered costs no query.
 */
@ApplicationScoped
public class LiveSessions {
    private static final Logger LOG = Logger.getLogger(LiveSessions.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final SignInStore store;
    private final AccessChanges changes;
    private final Vertx vertx;
    private volatile long timer = -1;

    private final AsyncCache<UUID, Optional<LiveSession>> sessions =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .buildAsync();

    private final Cache<UUID, Boolean> met =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    LiveSessions(SignInStore store, AccessChanges changes, Vertx vertx) {
        this.store = store;
        this.changes = changes;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        changes.listen(this::forgetSubject);
        timer = vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Done at once where it is remembered; else completes on the thread that asked first. */
    public CompletableFuture<Optional<LiveSession>> find(UUID id) {
        if (!changes.trusted()) {
            return store.load(id).subscribeAsCompletionStage();
        }
        return sessions.get(id, (_, _) -> load(id));
    }

    /** Whether there was such a sign-in lately: who names it has not made the id up. */
    boolean hasMet(UUID id) {
        return met.getIfPresent(id) != null;
    }

    void meet(UUID id) {
        met.put(id, true);
    }

    void forget(UUID id) {
        sessions.synchronous().invalidate(id);
    }

    private CompletableFuture<Optional<LiveSession>> load(UUID id) {
        long before = changes.version();
        CompletableFuture<Optional<LiveSession>> loading =
                store.load(id).subscribeAsCompletionStage();
        CompletionStage<Optional<LiveSession>> loaded = loading;
        loaded.thenAccept(
                found -> {
                    found.ifPresent(s -> meet(s.id()));
                    if (changes.version() != before) {
                        forget(id);
                    }
                });
        return loading;
    }

    private void forgetSubject(String subject) {
        if (subject.equals(AccessChanges.EVERYBODY)) {
            sessions.synchronous().invalidateAll();
            return;
        }
        sessions.synchronous()
                .asMap()
                .values()
                .removeIf(s -> s.isEmpty() || s.get().subject().equals(subject));
    }

    private void sweep() {
        store.sweep()
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("Cannot sweep ended sign-ins: %s", e));
    }
}
