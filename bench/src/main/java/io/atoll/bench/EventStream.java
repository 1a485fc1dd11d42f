package io.atoll.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** One open stream of events, read by a virtual thread of its own until it is closed. */
final class EventStream implements AutoCloseable {
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final int BUFFER = 2048;
    private final Socket socket;
    private volatile Durations measured = new Durations();

    private EventStream(Socket socket) {
        this.socket = socket;
    }

    static EventStream open(int port, String token) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var stream = new EventStream(socket);
        try {
            stream.request(port, token);
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8),
                            BUFFER);
            var status = in.readLine();
            if (status == null || !status.startsWith("HTTP/1.1 200")) {
                throw new IOException("no stream: " + status);
            }
            Thread.startVirtualThread(() -> stream.read(in));
            return stream;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Where the times of what comes from now on are added. */
    void measure(Durations into) {
        measured = into;
    }

    private void request(int port, String token) throws IOException {
        var request =
                "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + token
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private void read(BufferedReader in) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data: ")) {
                    var now = Instant.now();
                    var found = TIMESTAMP.matcher(line);
                    if (found.find()) {
                        var made = Instant.parse(found.group(1));
                        measured.add(Duration.between(made, now).toNanos());
                    }
                }
            }
        } catch (IOException closed) {
            // The end of the stream; what did not come is missed by whoever counts.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
