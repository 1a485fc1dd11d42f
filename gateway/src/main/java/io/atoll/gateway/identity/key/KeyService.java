package io.atoll.gateway.identity.key;

import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.atoll.contracts.key.IssuedApiKeyView;
import io.atoll.contracts.key.RotateApiKeyRequest;
import io.atoll.kit.refusal.Conflict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Changes keys. What is revoked here is refused everywhere within 5 s. */
@ApplicationScoped
class KeyService {
    private final KeyChanges changes;
    private final KeyStore store;
    private final KeyQueries queries;
    private final LiveKeys live;
    private final KeyConfig config;
    private final Clock clock;

    KeyService(
            KeyChanges changes,
            KeyStore store,
            KeyQueries queries,
            LiveKeys live,
            KeyConfig config,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.queries = queries;
        this.live = live;
        this.config = config;
        this.clock = clock;
    }

    Uni<ApiKeyView> get(String id) {
        return queries.find(KeyId.require(id))
                .map(found -> found.orElseThrow(() -> KeyId.notFound(id)));
    }

    Uni<IssuedApiKeyView> create(String owner, CreateApiKeyRequest request) {
        Instant ends = KeyRules.check(request, config, clock.instant());
        var secret = KeySecret.fresh(UUID.randomUUID());
        return changes.run(
                        "api-key.create",
                        secret.id(),
                        tx -> insert(tx, secret, owner, request, ends))
                .chain(() -> issued(secret));
    }

    Uni<IssuedApiKeyView> rotate(ApiKeyView key, RotateApiKeyRequest request) {
        Instant now = clock.instant();
        KeyRules.check(request, config, now);
        var secret = KeySecret.fresh(KeyId.require(key.id()));
        return changes.run(
                        "api-key.rotate",
                        secret.id(),
                        tx ->
                                store.rotate(
                                        tx,
                                        secret,
                                        key.owner(),
                                        now.plus(request.overlap()),
                                        request.expiresAt()))
                .invoke(n -> requireFound(key, n))
                .invoke(() -> live.forget(secret.id()))
                .chain(() -> issued(secret));
    }

    Uni<Void> revoke(ApiKeyView key) {
        UUID id = KeyId.require(key.id());
        return changes.run("api-key.revoke", id, tx -> store.delete(tx, id))
                .invoke(n -> requireFound(key, n))
                .invoke(() -> live.forget(id))
                .replaceWithVoid();
    }

    private Uni<Void> insert(
            SqlConnection tx,
            KeySecret secret,
            String owner,
            CreateApiKeyRequest request,
            Instant ends) {
        return store.count(tx, owner)
                .invoke(this::requireRoom)
                .chain(() -> store.insert(tx, secret, owner, request, ends))
                .invoke(n -> requireNew(request.name(), n))
                .replaceWithVoid();
    }

    private Uni<IssuedApiKeyView> issued(KeySecret secret) {
        String id = KeyId.wire(secret.id());
        return get(id).map(view -> new IssuedApiKeyView(id, secret.wire(), view));
    }

    private void requireRoom(long keys) {
        if (keys >= config.mostOfUser()) {
            throw new Conflict(
                    "You have %d API keys, which is the most. Revoke one that is not used."
                            .formatted(keys));
        }
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("You have an API key '" + name + "' already.");
        }
    }

    private static void requireFound(ApiKeyView key, int changed) {
        if (changed == 0) {
            throw KeyId.notFound(key.id());
        }
    }
}
