package io.atoll.launcher.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Ready when a path answers 200 within a second. Asked many times a second while five services
/// start, so it is one write and one line read.
public record HttpProbe(String host, int port, String path) implements Probe {

    private static final int LIMIT_MILLIS = 1000;

    @Override
    public boolean isReady(long pid) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getAllByName(host)[0], port), LIMIT_MILLIS);
            var question =
                    "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                            .formatted(path, host, port);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            var status = answer.readLine();
            return status != null && status.startsWith("HTTP/1.1 200");
        }
    }
}
