package io.atoll.ops.outbound;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of the suite itself: its database, its Kafka, its services. */
final class Backbone {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:[a-z0-9+]+://)?(?:[^@/]*@)?(\\[[^\\]]+]|[^:/\\[]+):(\\d{1,5})(?:/.*)?");

    private final List<Member> members;

    private record Member(String host, int port) {}

    /**
     * @param addresses as {@code host:port} or URL, several with commas between
     */
    Backbone(Stream<String> addresses) {
        this.members =
                addresses
                        .flatMap(text -> Arrays.stream(text.split(",")))
                        .map(text -> ADDRESS.matcher(text.strip()))
                        .filter(form -> form.matches())
                        .map(form -> new Member(form.group(1), Integer.parseInt(form.group(2))))
                        .toList();
    }

    boolean holds(InetAddress address, int port) {
        var hosts =
                members.stream()
                        .filter(m -> m.port() == port)
                        .flatMap(m -> addresses(m.host()))
                        .collect(Collectors.toSet());
        return hosts.contains(address)
                || (isHere(address) && hosts.stream().anyMatch(Backbone::isHere));
    }

    private static Stream<InetAddress> addresses(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException gone) {
            return Stream.of();
        }
    }

    /** What listens at one address of this machine may listen at all of them. */
    private static boolean isHere(InetAddress address) {
        return address.isLoopbackAddress() || own().contains(address);
    }

    private static Set<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }
}
