package io.atoll.ops.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to. IPv4 addresses inside of IPv6 ones are looked at as such:
 * mapped (RFC 4291), compatible, NAT64 (RFC 6052), 6to4 (RFC 3056). Pure.
 *
 * @param allowLoopback see {@code OutboundConfig}
 * @param refused further networks
 */
record AddressPolicy(boolean allowLoopback, List<Network> refused) {

    /** Where clouds hand out credentials to whoever asks from inside. */
    private static final List<Network> METADATA =
            Stream.of(
                            "169.254.0.0/16",
                            "fe80::/10",
                            "fd00:ec2::/32",
                            "100.100.100.200/32",
                            "192.0.0.192/32",
                            "168.63.129.16/32")
                    .map(Network::of)
                    .toList();

    private static final List<Network> NOWHERE =
            Stream.of("0.0.0.0/8", "240.0.0.0/4", "::/128").map(Network::of).toList();

    private static final List<Network> WITH_IPV4_LAST =
            Stream.of("64:ff9b::/96", "::/96", "::ffff:0:0:0/96").map(Network::of).toList();
    private static final Network WITH_IPV4_SECOND = Network.of("2002::/16");

    AddressPolicy {
        refused = List.copyOf(refused);
    }

    /** What kind of address it is that may not be reached, if it is one. */
    Optional<String> refusal(InetAddress address) {
        if (isIn(refused, address)) {
            return Optional.of("in a network that the operator refuses");
        }
        if (address.isLoopbackAddress()) {
            return allowLoopback ? Optional.empty() : Optional.of("a loopback address");
        }
        if (address.isMulticastAddress()) {
            return Optional.of("a multicast address");
        }
        if (address.isAnyLocalAddress() || isIn(NOWHERE, address)) {
            return Optional.of("not an address of a host");
        }
        if (address.isLinkLocalAddress() || isIn(METADATA, address)) {
            return Optional.of("a link-local or metadata address");
        }
        return inner(address).flatMap(this::refusal);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(n -> n.holds(address));
    }

    private static Optional<InetAddress> inner(InetAddress address) {
        byte[] all = address.getAddress();
        if (isIn(WITH_IPV4_LAST, address)) {
            return Optional.of(ipv4(Arrays.copyOfRange(all, 12, 16)));
        }
        return WITH_IPV4_SECOND.holds(address)
                ? Optional.of(ipv4(Arrays.copyOfRange(all, 2, 6)))
                : Optional.empty();
    }

    private static InetAddress ipv4(byte[] four) {
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException fourBytesAreOne) {
            throw new IllegalStateException(fourBytesAreOne);
        }
    }
}
