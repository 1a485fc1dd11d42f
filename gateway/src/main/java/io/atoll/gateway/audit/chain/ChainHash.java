package io.atoll.gateway.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of the hash before and of every field: its length in bytes, a colon, itself, a semicolon;
 * {@code -;} for a field that is absent. As the database function {@code audit_hash}.
 */
final class ChainHash {
    static final int BYTES = 32;

    static byte[] of(byte[] previous, Iterable<@Nullable String> fields) {
        MessageDigest digest = sha256();
        digest.update(previous);
        for (String field : fields) {
            if (field == null) {
                digest.update(bytes("-;"));
            } else {
                byte[] text = bytes(field);
                digest.update(bytes(text.length + ":"));
                digest.update(text);
                digest.update((byte) ';');
            }
        }
        return digest.digest();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChainHash() {}
}
