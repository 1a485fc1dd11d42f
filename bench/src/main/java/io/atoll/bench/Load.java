package io.atoll.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * GET requests at a fixed rate on kept connections, each with a header that says who asks. A
 * request is timed from the moment it was due, so one that waits behind a slow one counts as slow
 * itself.
 */
final class Load {
    private static final int CONNECTIONS = 16;
    private final int port;
    private final String path;
    private final Supplier<String> credential;
    private final int perSecond;

    Load(int port, String path, Supplier<String> credential, int perSecond) {
        this.port = port;
        this.path = path;
        this.credential = credential;
        this.perSecond = perSecond;
    }

    void run(Duration duration, Durations into) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var begin = System.nanoTime();
            var workers =
                    IntStream.range(0, CONNECTIONS)
                            .<Future<?>>mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        work(begin, i, duration, into);
                                                        return i;
                                                    }))
                            .toList();
            for (var worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the load broke off", e);
        }
    }

    private void work(long begin, int number, Duration duration, Durations into)
            throws IOException {
        var gap = Duration.ofSeconds(1).toNanos() / perSecond;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var end = begin + duration.toNanos();
            for (var due = begin + gap * number; due - end < 0; due += gap * CONNECTIONS) {
                waitUntil(due);
                socket.getOutputStream().write(request());
                readAnswer(in);
                into.add(System.nanoTime() - due);
            }
        }
    }

    private static void waitUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private byte[] request() {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nAccept: application/json\r\n"
                        + credential.get()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring("content-length:".length()).strip());
            }
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            var body = in.readNBytes(Math.max(0, length));
            throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (var size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
