package io.atoll.gateway.identity.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses with the same first bits. Literal addresses only: nothing is looked up. */
record Network(InetAddress base, int bits) {
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:)[0-9a-fA-F:.]{2,45}");

    /** Of {@code 10.0.0.0/8} or one address; fails with IllegalArgumentException on others. */
    static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            InetAddress base = address(parts[0]);
            int all = base.getAddress().length * 8;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= all) {
                return new Network(base, bits);
            }
        } catch (UnknownHostException | NumberFormatException _) {
            // The sentence below says it.
        }
        throw new IllegalArgumentException("'" + text + "' is no address.");
    }

    static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    boolean holds(String text) {
        try {
            byte[] bytes = address(text).getAddress();
            int rest = bytes.length * 8 - bits;
            return bytes.length == base.getAddress().length
                    && prefix(bytes, rest).equals(prefix(base.getAddress(), rest));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static BigInteger prefix(byte[] bytes, int rest) {
        return new BigInteger(1, bytes).shiftRight(rest);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        if (!ADDRESS.matcher(text).matches()) {
            throw new UnknownHostException("no literal address");
        }
        return InetAddress.getByName(text);
    }
}
