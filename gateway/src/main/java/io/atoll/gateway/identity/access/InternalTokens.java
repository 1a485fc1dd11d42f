package io.atoll.gateway.identity.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.atoll.contracts.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/**
 * The token that a service gets with a request: who calls, with which grants, for that service
 * alone. Signing takes about a millisecond, so a token is reused while most of its life is left; a
 * change of grants is another key, hence another token.
 */
@ApplicationScoped
public class InternalTokens {
    static final String ISSUER = "atoll-gateway";
    private static final Duration LEFT_AT_LEAST = Duration.ofSeconds(20);
    private static final int MOST_CACHED = 10_000;

    private final KeyRing keys;
    private final AccessConfig config;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final Cache<Key, String> tokens;

    private record Key(String subject, String kind, List<Grant> grants, String audience) {}

    public InternalTokens(KeyRing keys, AccessConfig config, Clock clock, ObjectMapper mapper) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.mapper = mapper;
        this.tokens =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CACHED)
                        .expireAfterWrite(config.internalTokenLife().minus(LEFT_AT_LEAST))
                        .build();
    }

    /**
     * @param audience application name of the service
     */
    public String forService(Identity identity, String audience) {
        var key = new Key(identity.subject(), identity.kind(), identity.grants(), audience);
        return tokens.get(key, this::sign);
    }

    /** As the same JSON that {@code me} answers. */
    private List<?> claim(List<Grant> grants) {
        return mapper.convertValue(grants, List.class);
    }

    private String sign(Key key) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(key.audience());
        claims.setSubject(key.subject());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("kind", key.kind());
        claims.setClaim("grants", claim(key.grants()));
        return Jws.sign(
                claims, "JWT", keys.internalPrivate(), clock.instant(), config.internalTokenLife());
    }
}
