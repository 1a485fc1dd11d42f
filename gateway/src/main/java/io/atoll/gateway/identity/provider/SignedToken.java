package io.atoll.gateway.identity.provider;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A token of the provider, not yet proven. Which key may prove it: of the provider's set alone, of
 * the kind that the algorithm needs, and never one that the token itself brings along.
 *
 * @param keyId absent where the provider has but one key
 */
public record SignedToken(String text, String algorithm, @Nullable String keyId) {
    private static final int LONGEST = 16_384;

    /** The algorithms that are taken, with the type of their keys. All need a public key. */
    static final Map<String, String> ALGORITHMS =
            Map.of(
                    AlgorithmIdentifiers.RSA_USING_SHA256, "RSA",
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256, "RSA",
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, "EC");

    public static SignedToken of(@Nullable Object text) {
        if (!(text instanceof String token) || token.length() > LONGEST) {
            throw new ProviderAnswer("no token");
        }
        try {
            var jws = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
            String algorithm = jws.getAlgorithmHeaderValue();
            if (algorithm == null || !ALGORITHMS.containsKey(algorithm)) {
                throw new ProviderAnswer("a token of an algorithm that is not taken");
            }
            return new SignedToken(token, algorithm, jws.getKeyIdHeaderValue());
        } catch (JoseException | ClassCastException _) {
            throw new ProviderAnswer("a token that cannot be read");
        }
    }

    Optional<PublicKey> key(List<JsonWebKey> keys) {
        List<JsonWebKey> fit = keys.stream().filter(this::fits).toList();
        boolean clear = keyId != null || fit.size() == 1;
        return clear ? fit.stream().findFirst().map(k -> (PublicKey) k.getKey()) : Optional.empty();
    }

    private boolean fits(JsonWebKey key) {
        return key.getKey() instanceof PublicKey
                && key.getKeyType().equals(ALGORITHMS.get(algorithm))
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && (keyId == null || keyId.equals(key.getKeyId()));
    }

    @Override
    public String toString() {
        return "SignedToken[" + algorithm + "]";
    }
}
