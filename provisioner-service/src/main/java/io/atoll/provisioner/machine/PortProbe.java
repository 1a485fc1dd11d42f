package io.atoll.provisioner.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether a port can be listened on now, found out by doing so for an instant.
public final class PortProbe {

    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private PortProbe() {}

    /// Free on the loopback address and on all addresses.
    public static boolean isFree(int port) {
        return binds(InetAddress.getLoopbackAddress(), port) && binds(null, port);
    }

    private static boolean binds(@Nullable InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Ports that the system gives to outgoing connections, which must not be promised to anyone.
    public static PortRange ephemeral() {
        // Such files give all to the first read and nothing to a second, so it must be a large one.
        try (var reader = Files.newBufferedReader(EPHEMERAL)) {
            var bounds = reader.readLine().trim().split("\\s+", -1);
            return new PortRange(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
        } catch (IOException notLinux) {
            return new PortRange(32_768, 60_999);
        }
    }
}
