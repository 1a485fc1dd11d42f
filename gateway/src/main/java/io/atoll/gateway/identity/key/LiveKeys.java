package io.atoll.gateway.identity.key;

import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.proof.KeyProof;
import io.atoll.gateway.identity.revocation.AccessChanges;
import io.atoll.gateway.identity.revocation.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Proves keys. One that is remembered costs a hash and no query. */
@ApplicationScoped
class LiveKeys implements KeyProof {
    private final KeyUse use;
    private final Clock clock;
    private final Remembered<Entry> keys;

    /** A key with its identity, where that stays the same as long as the key is remembered. */
    private record Entry(LiveKey key, AtomicReference<Identity> steady) {
        Identity identity(Instant now) {
            if (!key.isSteady()) {
                return key.identity(now);
            }
            Identity known = steady.get();
            if (known == null) {
                known = key.identity(now);
                steady.set(known);
            }
            return known;
        }
    }

    LiveKeys(KeyQueries queries, KeyUse use, AccessChanges changes, Clock clock) {
        this.use = use;
        this.clock = clock;
        this.keys =
                new Remembered<>(
                        changes,
                        id ->
                                queries.live(id)
                                        .map(
                                                f ->
                                                        f.map(
                                                                k ->
                                                                        new Entry(
                                                                                k,
                                                                                new AtomicReference<>()))),
                        entry -> entry.key().owner());
    }

    @Override
    public CompletableFuture<Optional<Identity>> identify(Credential.Key credential) {
        Optional<KeySecret> shown = KeySecret.parse(credential.shown());
        if (shown.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletionStage<Optional<Entry>> found = keys.find(shown.get().id());
        return found.thenApply(f -> f.flatMap(e -> proven(e, shown.get(), credential.address())))
                .toCompletableFuture();
    }

    @Override
    public boolean remembers(Credential.Key credential) {
        return KeySecret.parse(credential.shown()).filter(k -> keys.hasMet(k.id())).isPresent();
    }

    void forget(UUID id) {
        keys.forget(id);
    }

    private Optional<Identity> proven(Entry entry, KeySecret shown, String address) {
        Instant now = clock.instant();
        if (!entry.key().admits(shown, now)) {
            return Optional.empty();
        }
        use.note(shown.id(), now, address);
        return Optional.of(entry.identity(now));
    }
}
