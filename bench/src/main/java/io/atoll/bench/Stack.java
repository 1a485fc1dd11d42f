package io.atoll.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One whole suite in a home of its own; {@link #close} removes all of it. */
final class Stack implements AutoCloseable {
    private static final int INTERNAL_PORTS = 20;
    private static final int MANAGED_PORTS = 100;
    private static final int PROGRAMS = 6;
    private static final Duration CACHING = Duration.ofMinutes(8);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PASSWORD = "bench-mark-bench-7";

    private final Path home;
    private final int port;

    private Stack() throws IOException {
        home = Files.createTempDirectory("atoll-bench-").toRealPath();
        port = freePorts();
    }

    /** A home without anything in it yet. */
    static Stack empty() throws IOException {
        return new Stack();
    }

    /** Started for the second time, with the ahead-of-time caches that the first start made. */
    static Stack warm() throws IOException, InterruptedException {
        var stack = new Stack();
        try {
            stack.up();
            stack.awaitCaches();
            stack.atoll("down");
            stack.up();
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** The launcher makes them in the background: one for each service, one for the broker. */
    void awaitCaches() throws IOException {
        var limit = System.nanoTime() + CACHING.toNanos();
        while (caches() < PROGRAMS) {
            if (System.nanoTime() - limit > 0) {
                throw new IOException("only " + caches() + " caches were made in " + CACHING);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private long caches() throws IOException {
        var folder = home.resolve("cache/aot");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".aot")).count();
        }
    }

    Path home() {
        return home;
    }

    int gatewayPort() {
        return port;
    }

    int registryPort() {
        return port + 2;
    }

    /** Starts the suite and answers the time until it is ready, in nanoseconds. */
    long up() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        atoll("up", "--detach");
        return System.nanoTime() - begin;
    }

    Client client() throws IOException, InterruptedException {
        return Client.signedIn(port, PASSWORD);
    }

    /** Runs the script with this home's environment; answers what it printed. */
    String atoll(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(repository().resolve("atoll").toString());
        command.addAll(List.of(arguments));
        var log = home.resolve("bench-command.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var managed = port + 1 + INTERNAL_PORTS;
        var environment = builder.environment();
        environment.put("ATOLL_HOME", home.toString());
        environment.put("ATOLL_PORT", Integer.toString(port));
        environment.put("ATOLL_INTERNAL_PORT", Integer.toString(port + 1));
        environment.put("ATOLL_PORT_RANGE", managed + "-" + (managed + MANAGED_PORTS - 1));
        environment.put("ATOLL_ADMIN_PASSWORD", PASSWORD);
        // Counted as ever, but one user is the load of many.
        for (var limit : List.of("READ", "WRITE", "MESSAGE", "STREAM")) {
            environment.put("ATOLL_RATE_" + limit, "1000000/60s");
        }
        environment.put("ATOLL_RATE_CONCURRENT", "10000");
        var process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(Duration.ofMinutes(4).toSeconds(), TimeUnit.SECONDS)
                || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command + " failed:\n" + Files.readString(log));
        }
        return Files.readString(log);
    }

    static Path repository() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve(".mvn"))) {
            var parent = here.getParent();
            if (parent == null) {
                throw new IllegalStateException("not inside the sources");
            }
            here = parent;
        }
        return here;
    }

    private static int freePorts() throws IOException {
        var size = 1 + INTERNAL_PORTS + MANAGED_PORTS;
        for (var from = 20_000; from + size < 32_000; from += 200) {
            if (IntStream.range(from, from + size).allMatch(Stack::isFree)) {
                return from;
            }
        }
        throw new IOException("no free run of " + size + " ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            atoll("down", "--all");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
