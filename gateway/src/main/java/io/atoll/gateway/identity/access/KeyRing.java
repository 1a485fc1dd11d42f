package io.atoll.gateway.identity.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/** The key pair of access tokens and the signing key of internal tokens. Read once, at start. */
@ApplicationScoped
public class KeyRing {
    private final RSAPrivateKey accessPrivate;
    private final RSAPublicKey accessPublic;
    private final RSAPrivateKey internalPrivate;

    KeyRing(AccessConfig config) {
        Path dir = config.secretsDir();
        accessPrivate = PemFile.privateKey(dir.resolve("access-private.pem"));
        accessPublic = PemFile.publicKey(dir.resolve("access-public.pem"));
        internalPrivate = PemFile.privateKey(dir.resolve("internal-private.pem"));
        RSAPublicKey internalPublic = PemFile.publicKey(dir.resolve("internal-public.pem"));
        requirePair("access", accessPrivate, accessPublic);
        requirePair("internal", internalPrivate, internalPublic);
        if (accessPrivate.getModulus().equals(internalPrivate.getModulus())) {
            throw Refusal.of("access and internal tokens have the same key, two are needed.");
        }
    }

    private static void requirePair(String name, RSAKey one, RSAKey other) {
        if (!one.getModulus().equals(other.getModulus())) {
            throw Refusal.of(
                    "%s-private.pem and %s-public.pem are not a pair.".formatted(name, name));
        }
    }

    /** The keys are read by the first call of anything: this one is for the start. */
    public void requireRead() {}

    RSAPrivateKey accessPrivate() {
        return accessPrivate;
    }

    RSAPublicKey accessPublic() {
        return accessPublic;
    }

    RSAPrivateKey internalPrivate() {
        return internalPrivate;
    }
}
