package io.atoll.registry.external;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a text holds what it should, as PEM (RFC 7468). Messages hold nothing of the text. Pure.
 */
final class PemRules {

    private static final Pattern KEY =
            Pattern.compile(
                    "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemRules() {}

    static Optional<String> certificates(String pem) {
        try {
            var found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            return found.isEmpty() || !pem.contains("-----BEGIN CERTIFICATE-----")
                    ? Optional.of("must hold certificates as PEM text")
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of("must hold certificates as PEM text");
        }
    }

    static Optional<String> privateKey(String pem) {
        var form = KEY.matcher(pem);
        return form.matches() && isKey(form.group(1))
                ? Optional.empty()
                : Optional.of(
                        "must be a private key as PEM text in PKCS 8, not encrypted (BEGIN PRIVATE KEY)");
    }

    private static boolean isKey(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return ALGORITHMS.stream().anyMatch(name -> reads(name, bytes));
    }

    private static boolean reads(String algorithm, byte[] bytes) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
