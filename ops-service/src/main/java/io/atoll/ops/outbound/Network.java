package io.atoll.ops.outbound;

import java.net.InetAddress;

/** A range of addresses in CIDR notation (RFC 4632). */
record Network(InetAddress base, int bits) {

    /**
     * @throws IllegalArgumentException where it is not one, with the text in the message
     */
    static Network of(String text) {
        var parts = text.strip().split("/", -1);
        var wrong = new IllegalArgumentException("Not a network, such as 10.0.0.0/8: " + text);
        if (parts.length != 2
                || !parts[0].matches("[0-9A-Fa-f.:]+")
                || !parts[1].matches("\\d{1,3}")) {
            throw wrong;
        }
        var base = InetAddress.ofLiteral(parts[0]);
        int bits = Integer.parseInt(parts[1]);
        if (bits > base.getAddress().length * 8) {
            throw wrong;
        }
        return new Network(base, bits);
    }

    boolean holds(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
