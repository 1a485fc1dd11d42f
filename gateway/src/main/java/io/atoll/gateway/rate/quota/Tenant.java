package io.atoll.gateway.rate.quota;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who has counts of its own.
 *
 * @param kind {@code user}, {@code key} or {@code address}
 */
public record Tenant(String kind, String subject) {
    private static final int NETWORK_BYTES = 8;

    /**
     * @param address literal; of IPv6 the network counts, because one machine has all of it
     */
    public static Tenant ofAddress(String address) {
        return new Tenant("address", address.indexOf(':') < 0 ? address : network(address));
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
