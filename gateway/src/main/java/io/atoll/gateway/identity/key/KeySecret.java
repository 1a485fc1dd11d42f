package io.atoll.gateway.identity.key;

import io.atoll.gateway.identity.access.Ticket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A key as it is shown: {@code atl_<id>_<secret><checksum>}, of letters and digits. The secret has
 * 192 random bits. The checksum is the CRC-32 of all before it, so that a typing error, or a text
 * that only looks like a key, is known without asking anybody.
 */
record KeySecret(UUID id, String secret) {
    private static final String PREFIX = "atl_";
    private static final int SECRET_BYTES = 24;
    private static final int SECRET_WIDTH = 33;
    private static final int SUM_WIDTH = 6;
    private static final int SECRET_AT = PREFIX.length() + KeyId.WIDTH + 1;
    private static final int SUM_AT = SECRET_AT + SECRET_WIDTH;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeySecret fresh(UUID id) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new KeySecret(id, Base62.encode(bytes, SECRET_WIDTH));
    }

    static Optional<KeySecret> parse(String wire) {
        boolean shaped =
                wire.length() == SUM_AT + SUM_WIDTH
                        && wire.startsWith(PREFIX)
                        && wire.charAt(SECRET_AT - 1) == '_'
                        && wire.substring(SUM_AT).equals(sum(wire.substring(0, SUM_AT)));
        return shaped
                ? KeyId.parse(wire.substring(PREFIX.length(), SECRET_AT - 1))
                        .map(id -> new KeySecret(id, wire.substring(SECRET_AT, SUM_AT)))
                : Optional.empty();
    }

    String wire() {
        String body = PREFIX + KeyId.wire(id) + "_" + secret;
        return body + sum(body);
    }

    byte[] hash() {
        return Ticket.sha256(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Base62.encode(ByteBuffer.allocate(8).putLong(crc.getValue()).array(), SUM_WIDTH);
    }

    @Override
    public String toString() {
        return "KeySecret[" + KeyId.wire(id) + "]";
    }
}
