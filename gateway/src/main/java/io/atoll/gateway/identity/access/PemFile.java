package io.atoll.gateway.identity.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads an RSA key from a PEM file, or refuses the start in one sentence. */
final class PemFile {
    private static final int LEAST_BITS = 2048;

    static RSAPrivateKey privateKey(Path file) {
        byte[] der = read(file);
        try {
            var spec = new PKCS8EncodedKeySpec(der);
            return longEnough(
                    file, (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException _) {
            throw Refusal.of("the key file " + file + " holds no RSA private key (PKCS #8, PEM).");
        }
    }

    static RSAPublicKey publicKey(Path file) {
        byte[] der = read(file);
        try {
            var spec = new X509EncodedKeySpec(der);
            return longEnough(
                    file, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException _) {
            throw Refusal.of("the key file " + file + " holds no RSA public key (PEM).");
        }
    }

    private static <K extends RSAKey> K longEnough(Path file, K key) {
        int bits = key.getModulus().bitLength();
        if (bits < LEAST_BITS) {
            throw Refusal.of(
                    "the key in %s has %d bits, at least %d are needed."
                            .formatted(file, bits, LEAST_BITS));
        }
        return key;
    }

    private static byte[] read(Path file) {
        try {
            String text = Files.readString(file);
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException _) {
            throw Refusal.of("the key file " + file + " cannot be read.");
        } catch (IllegalArgumentException _) {
            throw Refusal.of("the key file " + file + " is not PEM.");
        }
    }

    private PemFile() {}
}
