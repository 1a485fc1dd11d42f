package io.atoll.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.atoll.contracts.access.Grant;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tokens whose proof held, until they end. The gateway sends one token with many requests, and to
 * prove its signature takes a third of the time that a small request takes in all.
 *
 * <p>At most 1,000 are kept, each for at most a minute. Of a token at or after its end the proof is
 * asked again. Safe for all threads.
 */
@ApplicationScoped
class ProvenTokens {
    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<String, Proven> tokens =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** What a token says, proven. */
    record Proven(String subject, String kind, List<Grant> grants, Instant end) {
        Proven {
            grants = List.copyOf(grants);
        }
    }

    @FunctionalInterface
    interface Proof {
        Proven of(String token) throws ParseException;
    }

    ProvenTokens(Clock clock) {
        this.clock = clock;
    }

    /** Throws what the proof throws; a token that is refused is not kept. */
    Proven prove(String token, Proof proof) throws ParseException {
        var known = tokens.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.end())) {
            return known;
        }
        var proven = proof.of(token);
        tokens.put(token, proven);
        return proven;
    }
}
