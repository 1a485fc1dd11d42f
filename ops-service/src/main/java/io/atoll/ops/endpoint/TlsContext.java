package io.atoll.ops.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS of one connection, made of PEM texts, for the handshake that goes before Kafka's clients. */
final class TlsContext {

    private static final char[] NO_PASSWORD = {};

    private TlsContext() {}

    static SSLContext of(Credentials<Secret> credentials, Trust trust)
            throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys(credentials), trusted(trust), null);
        return context;
    }

    private static TrustManager @Nullable [] trusted(Trust trust)
            throws GeneralSecurityException, IOException {
        var pem = trust.caPem();
        if (pem == null) {
            return null;
        }
        var store = empty();
        int number = 0;
        for (var certificate : certificates(pem)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(Credentials<Secret> credentials)
            throws GeneralSecurityException, IOException {
        if (!(credentials instanceof Credentials.Tls<Secret>(var _, var chain, var key))
                || chain == null
                || key == null) {
            return null;
        }
        var store = empty();
        store.setKeyEntry(
                "client",
                privateKey(key.text()),
                NO_PASSWORD,
                certificates(chain).toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(String pem)
            throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        var spec =
                new PKCS8EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            var key = privateKey(algorithm, spec);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new InvalidKeySpecException("neither RSA, EC nor EdDSA");
    }

    private static Optional<PrivateKey> privateKey(String algorithm, PKCS8EncodedKeySpec spec)
            throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException another) {
            return Optional.empty();
        }
    }
}
