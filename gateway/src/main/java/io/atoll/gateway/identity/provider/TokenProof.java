package io.atoll.gateway.identity.provider;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Proves tokens of the provider (OpenID Connect Core, 3.1.3.7; RFC 8725). */
final class TokenProof {
    private static final int SKEW_SECONDS = 30;
    private static final int OLDEST_SECONDS = 600;

    /** The claims of a token that is signed by the provider, for us, and good now. */
    static JwtClaims claims(
            SignedToken token, List<JsonWebKey> keys, Registration registration, Instant now) {
        PublicKey key =
                token.key(keys)
                        .orElseThrow(() -> new ProviderAnswer("a token of a key that is not its"));
        var consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(
                                new AlgorithmConstraints(PERMIT, token.algorithm()))
                        .setVerificationKey(key)
                        .setExpectedIssuer(true, registration.issuer())
                        .setExpectedAudience(true, registration.clientId())
                        .setRequireExpirationTime()
                        .setRequireIssuedAt()
                        .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                        .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                        .build();
        try {
            JwtClaims claims = consumer.processToClaims(token.text());
            requireForUs(claims, registration);
            return claims;
        } catch (InvalidJwtException | MalformedClaimException _) {
            throw new ProviderAnswer("a token that does not hold");
        }
    }

    /** A token for several is ours where it was made for us. */
    private static void requireForUs(JwtClaims claims, Registration registration)
            throws MalformedClaimException {
        Object party = claims.getClaimValue("azp");
        boolean several = claims.getAudience().size() > 1;
        if (party == null ? several : !party.equals(registration.clientId())) {
            throw new ProviderAnswer("a token that was made for somebody else");
        }
    }

    private TokenProof() {}
}
