package io.atoll.launcher.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Ready when a port on 127.0.0.1 accepts connections.
public record PortProbe(int port) implements Probe {

    private static final int LIMIT_MILLIS = 500;

    @Override
    public boolean isReady(long pid) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            return true;
        }
    }
}
