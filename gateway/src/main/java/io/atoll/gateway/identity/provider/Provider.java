package io.atoll.gateway.identity.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about itself and with which keys it signs, remembered. A key that is not
 * known may be a new one: then the keys are asked for again, though not more often than configured.
 */
@ApplicationScoped
class Provider {
    private final ProviderCalls calls;
    private final OidcConfig config;
    private final Clock clock;
    private volatile @Nullable Dated<ProviderDocument> document;
    private volatile @Nullable Dated<List<JsonWebKey>> keys;

    private record Dated<T>(T value, Instant at) {}

    Provider(ProviderCalls calls, OidcConfig config, Clock clock) {
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    Uni<ProviderDocument> document(Registration registration) {
        Dated<ProviderDocument> known = document;
        if (known != null && isFresh(known)) {
            return Uni.createFrom().item(known.value());
        }
        return calls.get(registration.discovery())
                .map(json -> ProviderDocument.of(json, registration))
                .invoke(d -> document = new Dated<>(d, clock.instant()));
    }

    /** Those among which a token's key is, or those there are. */
    Uni<List<JsonWebKey>> keys(ProviderDocument of, SignedToken token) {
        Dated<List<JsonWebKey>> known = keys;
        if (known != null && isFresh(known)) {
            boolean lately = known.at().plus(config.keyPause()).isAfter(clock.instant());
            if (lately || token.key(known.value()).isPresent()) {
                return Uni.createFrom().item(known.value());
            }
        }
        return calls.get(of.keys())
                .map(Provider::read)
                .invoke(k -> keys = new Dated<>(k, clock.instant()));
    }

    private boolean isFresh(Dated<?> known) {
        return known.at().plus(config.memory()).isAfter(clock.instant());
    }

    private static List<JsonWebKey> read(JsonObject json) {
        try {
            return List.copyOf(new JsonWebKeySet(json.encode()).getJsonWebKeys());
        } catch (JoseException | RuntimeException _) {
            throw new ProviderAnswer("its keys cannot be read");
        }
    }
}
