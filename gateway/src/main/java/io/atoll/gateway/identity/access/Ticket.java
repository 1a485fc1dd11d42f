package io.atoll.gateway.identity.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * An opaque secret that belongs to a sign-in: session cookie or refresh token. On the wire 64
 * characters: 16 bytes of id and 256 random bits. Only the hash of the random part is stored.
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below
public record Ticket(UUID signIn, byte[] secret) {
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int WIRE_LENGTH = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    public static Optional<Ticket> parse(String wire) {
        if (wire.length() != WIRE_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(wire);
            ByteBuffer id = ByteBuffer.wrap(bytes, 0, ID_BYTES);
            return Optional.of(
                    new Ticket(
                            new UUID(id.getLong(), id.getLong()),
                            Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String wire() {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES);
        bytes.putLong(signIn.getMostSignificantBits()).putLong(signIn.getLeastSignificantBits());
        bytes.put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public byte[] hash() {
        return sha256(secret);
    }

    /** In constant time. */
    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Ticket[" + signIn + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket(UUID id, byte[] s)
                && id.equals(signIn)
                && MessageDigest.isEqual(s, secret);
    }

    @Override
    public int hashCode() {
        return signIn.hashCode();
    }
}
