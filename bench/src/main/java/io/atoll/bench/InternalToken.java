package io.atoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

/** What the gateway would send to a service; signed again when half its life is over. */
final class InternalToken {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private final PrivateKey key;
    private final String audience;
    private String token = "";
    private long renewAt = System.nanoTime();

    private InternalToken(PrivateKey key, String audience) {
        this.key = key;
        this.audience = audience;
    }

    static InternalToken of(Path secrets, String audience) throws IOException {
        var pem = Files.readString(secrets.resolve("internal-private.pem"));
        var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        try {
            return new InternalToken(KeyFactory.getInstance("RSA").generatePrivate(spec), audience);
        } catch (GeneralSecurityException e) {
            throw new IOException("internal-private.pem is no RSA key", e);
        }
    }

    synchronized String current() {
        if (System.nanoTime() - renewAt >= 0) {
            token = sign(System.currentTimeMillis() / 1_000);
            renewAt = System.nanoTime() + LIFE.dividedBy(2).toNanos();
        }
        return token;
    }

    private String sign(long now) {
        var head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        var body = encode(claims(now));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
            var bytes = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
            return head + "." + body + "." + bytes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String claims(long now) {
        return """
        {"iss":"atoll-gateway","sub":"admin","upn":"admin","kind":"user","aud":"%s",\
        "iat":%d,"exp":%d,"grants":"[{\\"role\\":\\"admin\\"}]"}"""
                .formatted(audience, now, now + LIFE.toSeconds());
    }

    private static String encode(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
