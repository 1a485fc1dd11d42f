package io.atoll.launcher.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// RSA key pairs of 2048 bits as PEM files `<name>-private.pem` (PKCS 8) and `<name>-public.pem`
/// (X.509 SubjectPublicKeyInfo), RFC 7468.
public record KeyPairs(SecretStore store) {

    private static final int BITS = 2048;

    public void ensure(String name) throws IOException {
        if (store.has(name + "-private.pem") && store.has(name + "-public.pem")) {
            return;
        }
        var pair = generate();
        store.write(name + "-public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        store.write(name + "-private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    private static String pem(String label, byte[] encoded) {
        var body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }
}
