package io.atoll.provisioner.runtime.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * A socket before that of the daemon, which can be cut, fall silent, or break off at single
 * requests.
 */
final class DaemonProxy implements AutoCloseable {

    private static final UnixDomainSocketAddress DAEMON =
            UnixDomainSocketAddress.of("/var/run/docker.sock");

    private final Path path;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private volatile Predicate<String> breaksOff = request -> false;
    private ServerSocketChannel server;

    DaemonProxy(Path path) throws IOException {
        this.path = path;
        listen();
    }

    String host() {
        return "unix://" + path;
    }

    /** Requests whose first line this holds for get no answer and do not arrive. */
    void breakOffAt(Predicate<String> requests) {
        breaksOff = requests;
    }

    /** Takes connections and requests from now on and passes nothing on, in either direction. */
    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    /** Passes on what came meanwhile, and goes on. */
    void speak() {
        silence.countDown();
    }

    void cut() throws IOException {
        away = true;
        close();
    }

    void mend() throws IOException {
        away = false;
        listen();
    }

    private void listen() throws IOException {
        Files.deleteIfExists(path);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (!away) {
                var client = server.accept();
                var daemon = SocketChannel.open(DAEMON);
                open.add(client);
                open.add(daemon);
                Thread.ofVirtual().start(() -> copy(client, daemon, breaksOff));
                Thread.ofVirtual().start(() -> copy(daemon, client, answer -> false));
            }
        } catch (ClosedChannelException closed) {
            return;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void copy(SocketChannel from, SocketChannel to, Predicate<String> stop) {
        var buffer = ByteBuffer.allocate(1 << 16);
        try (from;
                to) {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                var text = StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
                if (stop.test(text.lines().findFirst().orElse(""))) {
                    return;
                }
                silence.await();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException | InterruptedException oneSideEnded) {
            open.remove(from);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        speak();
        server.close();
        Files.deleteIfExists(path);
        for (var connection : open) {
            connection.close();
        }
    }
}
