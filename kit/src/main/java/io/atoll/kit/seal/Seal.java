package io.atoll.kit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Secret;
import io.atoll.kit.refusal.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Seals and opens. The sealed form is {@code v1.<key id>.<wrapped>.<text>}, both parts in base64
 * for URLs: the text under a key of its own, and that key under the one of the installation. Safe
 * for all threads.
 */
@ApplicationScoped
public class Seal {

    private static final Logger LOG = Logger.getLogger(Seal.class);
    private static final String FORM = "v1";
    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;

    private final SealKeys keys;

    Seal(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * @param context what it belongs to; the same must be given to open it
     */
    public Sealed seal(Secret secret, String context) {
        var own = own(Aes.random(KEY_BYTES));
        var text = Aes.encrypt(own, secret.text().getBytes(UTF_8), context);
        return form(keys.first(), own, encoded(text));
    }

    /** Throws {@link Unsealable} where key, context or text is another. */
    public Secret open(Sealed sealed, String context) {
        var clear = Aes.decrypt(ownKey(sealed), decoded(part(sealed, 3)), context);
        return new Secret(new String(clear, UTF_8));
    }

    /** The same text under the first key; the same object where it is under that already. */
    public Sealed rewrap(Sealed sealed) {
        var first = keys.first();
        return sealed.keyId().equals(first.id())
                ? sealed
                : form(first, ownKey(sealed), part(sealed, 3));
    }

    /**
     * Reads the keys again, so that a new first one is used from now on. Throws {@link Unavailable}
     * where they cannot be read.
     */
    public String refresh() {
        keys.reload();
        return keys.first().id();
    }

    /**
     * As {@link #refresh} where the keys can be read, which they cannot while a file is being
     * written; else those that are known stay.
     */
    public void renew() {
        try {
            keys.reload();
        } catch (Unavailable e) {
            LOG.warnf("The sealing keys were not read again: %s", e.getMessage());
        }
    }

    /** Equal for equal texts under one key; without the key nobody can try texts against it. */
    public String fingerprint(String text) {
        var mac = keys.first().mac("fingerprint\n" + text);
        return HexFormat.of().formatHex(Arrays.copyOf(mac, FINGERPRINT_BYTES));
    }

    private static Sealed form(SealKey key, SecretKey own, String text) {
        var wrapped = Aes.encrypt(key.key(), own.getEncoded(), wrapping(key.id()));
        return new Sealed(String.join(".", FORM, key.id(), encoded(wrapped), text));
    }

    private SecretKey ownKey(Sealed sealed) {
        var key =
                keys.find(sealed.keyId())
                        .orElseThrow(
                                () ->
                                        new Unsealable(
                                                "The key %s that a secret was sealed with is not here."
                                                        .formatted(sealed.keyId())));
        return own(Aes.decrypt(key.key(), decoded(part(sealed, 2)), wrapping(key.id())));
    }

    private static String wrapping(String keyId) {
        return FORM + "\nkey\n" + keyId;
    }

    private static SecretKey own(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static String part(Sealed sealed, int at) {
        return sealed.text().split("\\.", 4)[at];
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unsealable("A sealed text is damaged.");
        }
    }
}
