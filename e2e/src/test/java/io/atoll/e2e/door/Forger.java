package io.atoll.e2e.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of a good one that are wrong in one way each, with the suite's own keys. */
final class Forger {
    private final Suite suite;
    private final String[] parts;

    Forger(Suite suite, String good) {
        this.suite = suite;
        this.parts = good.split("\\.");
    }

    Map<String, String> tokens() {
        try {
            return Map.of(
                    "expired", signed(c -> c.put("exp", Instant.now().getEpochSecond() - 1)),
                    "wrong audience", signed(c -> c.put("aud", "registry-service")),
                    "wrong issuer", signed(c -> c.put("iss", "atoll-gateway")),
                    "no algorithm", head("none") + "." + parts[1] + ".",
                    "public key as secret", hmac(),
                    "another key", sign(parts[0] + "." + parts[1], anotherKey()),
                    "internal key", sign(parts[0] + "." + parts[1], key("internal-private.pem")),
                    "changed claims",
                            parts[0] + "." + changed(c -> c.put("sub", "root")) + "." + parts[2]);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token as services get it from the gateway, but signed with a key that is none. */
    String internal(String audience) {
        var now = Instant.now().getEpochSecond();
        var claims =
                Api.object()
                        .put("iss", "atoll-gateway")
                        .put("aud", audience)
                        .put("sub", "admin")
                        .put("upn", "admin")
                        .put("kind", "user")
                        .put("iat", now)
                        .put("exp", now + 60);
        claims.putArray("grants").addObject().put("role", "admin");
        try {
            return sign(head("RS256") + "." + encode(claims.toString()), anotherKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(Consumer<ObjectNode> change)
            throws IOException, GeneralSecurityException {
        return sign(parts[0] + "." + changed(change), key("access-private.pem"));
    }

    private String changed(Consumer<ObjectNode> change) throws IOException {
        var claims = (ObjectNode) Api.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        change.accept(claims);
        return encode(claims.toString());
    }

    private String hmac() throws IOException, GeneralSecurityException {
        var secret = Files.readAllBytes(suite.home().resolve("secrets/access-public.pem"));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var content = head("HS256") + "." + parts[1];
        return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String head(String algorithm) {
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}");
    }

    private static String sign(String content, PrivateKey key) throws GeneralSecurityException {
        var rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(key);
        rsa.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encode(rsa.sign());
    }

    private PrivateKey key(String file) throws IOException, GeneralSecurityException {
        var pem = Files.readString(suite.home().resolve("secrets").resolve(file));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static PrivateKey anotherKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
