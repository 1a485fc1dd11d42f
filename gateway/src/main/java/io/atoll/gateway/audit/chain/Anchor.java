package io.atoll.gateway.audit.chain;

import java.util.HexFormat;

/**
 * A place in the chain that was noted elsewhere: what the chain must still hold.
 *
 * @param hash in lower-case hexadecimal digits
 */
record Anchor(long no, String hash) {

    /** Of {@code <no>:<hash>}; fails with IllegalArgumentException. */
    static Anchor of(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("An anchor is written <no>:<hash>.");
        }
        return new Anchor(Long.parseLong(parts[0]), parts[1]);
    }

    boolean holds(byte[] found) {
        return hash.equals(HexFormat.of().formatHex(found));
    }
}
