package io.atoll.gateway.identity.access;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Access tokens (RFC 9068, checked after RFC 8725): issues them and reads them back. A token names
 * its sign-in; whether that still lives, and what its user may do now, is asked elsewhere.
 */
@ApplicationScoped
public class AccessTokens {
    static final String ISSUER = "atoll";
    static final String AUDIENCE = "atoll-api";
    static final String TYPE = "at+jwt";
    private static final int MOST_CACHED = 20_000;

    private final KeyRing keys;
    private final AccessConfig config;
    private final Clock clock;

    /** Key: hash of the token. Only tokens with a good signature get in. */
    private final Cache<String, Claims> verified =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    /** What a good token says. */
    public record Claims(String subject, UUID signIn, Instant expiresAt) {}

    public AccessTokens(KeyRing keys, AccessConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Takes about a millisecond of computing. */
    public String issue(String subject, UUID signIn) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("sid", signIn.toString());
        Instant now = clock.instant();
        String token = Jws.sign(claims, TYPE, keys.accessPrivate(), now, config.tokenLife());
        verified.put(hash(token), new Claims(subject, signIn, now.plus(config.tokenLife())));
        return token;
    }

    public long lifeSeconds() {
        return config.tokenLife().toSeconds();
    }

    /** Whether the signature was found good before, or made, here. */
    public boolean remembers(String token) {
        return verified.getIfPresent(hash(token)) != null;
    }

    /** Empty for anything but a token that this gateway issued and that has not expired. */
    public Optional<Claims> read(String token) {
        String key = hash(token);
        Claims known = verified.getIfPresent(key);
        if (known == null) {
            Optional<Claims> read = verify(token);
            read.ifPresent(c -> verified.put(key, c));
            return read;
        }
        if (known.expiresAt().isAfter(clock.instant())) {
            return Optional.of(known);
        }
        verified.invalidate(key);
        return Optional.empty();
    }

    private Optional<Claims> verify(String token) {
        var consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(PERMIT, RSA_USING_SHA256)
                        .setVerificationKey(keys.accessPublic())
                        .setExpectedIssuer(true, ISSUER)
                        .setExpectedAudience(true, AUDIENCE)
                        .setExpectedType(true, TYPE)
                        .setRequireSubject()
                        .setRequireExpirationTime()
                        .setRequireIssuedAt()
                        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                        .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return Optional.of(
                    new Claims(
                            claims.getSubject(),
                            UUID.fromString(claims.getStringClaimValue("sid")),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (InvalidJwtException
                | MalformedClaimException
                | IllegalArgumentException
                | NullPointerException _) {
            return Optional.empty();
        }
    }

    private static String hash(String token) {
        return Base64.getEncoder()
                .encodeToString(Ticket.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }
}
