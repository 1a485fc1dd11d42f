package io.atoll.kit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of this installation.
 *
 * @param id follows from the key, and nothing of the key from it
 */
record SealKey(String id, SecretKey key) {

    private static final int BYTES = 32;

    /** Throws where it is not 32 bytes in base64, or one that anybody would try. */
    static SealKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("A sealing key is not base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException("A sealing key must have 32 bytes");
        }
        if (isKnown(bytes)) {
            throw new IllegalStateException("A sealing key is 32 times the same byte");
        }
        var key = new SecretKeySpec(bytes, "AES");
        return new SealKey(HexFormat.of().formatHex(Arrays.copyOf(mac(key, "key id"), 8)), key);
    }

    private static boolean isKnown(byte[] bytes) {
        var same = new byte[BYTES];
        Arrays.fill(same, bytes[0]);
        return Arrays.equals(bytes, same);
    }

    /** HMAC-SHA-256 under this key, of a text for one purpose. */
    byte[] mac(String purpose) {
        return mac(key, purpose);
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
