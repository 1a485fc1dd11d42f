package io.atoll.gateway.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes tokens, good ones and others. */
final class TokenForge {
    /** In a plan: the token is without this claim. */
    static final String ABSENT = "(absent)";

    private RSAKey key = fresh();
    private final RSAKey foreign = fresh();

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void rotate() {
        key = fresh();
    }

    JsonObject keys() {
        var publicKey = new JsonObject(key.toPublicJWK().toJSONObject());
        return new JsonObject().put("keys", new JsonArray().add(publicKey));
    }

    /**
     * @param plan {@code claims} are put over those of a good token; {@code sign} says how
     */
    String token(String issuer, String client, String nonce, JsonObject plan) throws JOSEException {
        var claims =
                new JsonObject()
                        .put("iss", issuer)
                        .put("aud", client)
                        .put("nonce", nonce)
                        .put("iat", Instant.now().getEpochSecond())
                        .put("exp", Instant.now().getEpochSecond() + 300);
        over(claims, plan.getJsonObject("claims", new JsonObject()));
        return sign(claims, plan.getString("sign", "well"));
    }

    String logout(String issuer, String client, JsonObject over) throws JOSEException {
        var event = "http://schemas.openid.net/event/backchannel-logout";
        var claims =
                new JsonObject()
                        .put("iss", issuer)
                        .put("aud", client)
                        .put("iat", Instant.now().getEpochSecond())
                        .put("exp", Instant.now().getEpochSecond() + 120)
                        .put("jti", UUID.randomUUID().toString())
                        .put("events", new JsonObject().put(event, new JsonObject()));
        over(claims, over);
        return sign(claims, "well");
    }

    private static void over(JsonObject claims, JsonObject others) {
        for (String name : others.fieldNames()) {
            if (ABSENT.equals(others.getValue(name))) {
                claims.remove(name);
            } else {
                claims.put(name, others.getValue(name));
            }
        }
    }

    private String sign(JsonObject json, String how) throws JOSEException {
        JWTClaimsSet claims = claims(json);
        switch (how) {
            case "none" -> {
                return new PlainJWT(claims).serialize();
            }
            case "hs256" -> {
                var jwt = new SignedJWT(header(JWSAlgorithm.HS256, key.getKeyID()), claims);
                jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                return jwt.serialize();
            }
            case "hs256-pem" -> {
                var jwt = new SignedJWT(header(JWSAlgorithm.HS256, key.getKeyID()), claims);
                jwt.sign(new MACSigner(key.toPublicJWK().toJSONString().repeat(2)));
                return jwt.serialize();
            }
            case "foreign" -> {
                return rsa(claims, foreign, key.getKeyID());
            }
            case "unknown-kid" -> {
                return rsa(claims, foreign, foreign.getKeyID());
            }
            case "brings-its-key" -> {
                var header =
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(foreign.toPublicJWK())
                                .keyID(key.getKeyID())
                                .build();
                var jwt = new SignedJWT(header, claims);
                jwt.sign(new RSASSASigner(foreign));
                return jwt.serialize();
            }
            default -> {
                return rsa(claims, key, key.getKeyID());
            }
        }
    }

    private static String rsa(JWTClaimsSet claims, RSAKey key, String keyId) throws JOSEException {
        var jwt = new SignedJWT(header(JWSAlgorithm.RS256, keyId), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static JWTClaimsSet claims(JsonObject json) {
        var claims = new JWTClaimsSet.Builder();
        for (Map.Entry<String, Object> claim : json.getMap().entrySet()) {
            boolean time = List.of("exp", "iat", "nbf").contains(claim.getKey());
            Object value = claim.getValue();
            claims.claim(
                    claim.getKey(),
                    time && value instanceof Number n
                            ? new Date(n.longValue() * 1000)
                            : plain(value));
        }
        return claims.build();
    }

    private static Object plain(Object value) {
        return switch (value) {
            case JsonObject object -> object.getMap();
            case JsonArray array -> array.getList();
            case null, default -> value;
        };
    }
}
