package io.atoll.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP proxy on a loopback port that can be paused (bytes stop, connections stay: a black hole)
 * and cut (connections are reset).
 */
public final class PausableProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition resumed = lock.newCondition();
    private boolean paused;

    private PausableProxy(ServerSocket server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    /**
     * Starts forwarding.
     *
     * @param target {@code host:port}
     */
    public static PausableProxy to(String target) throws IOException {
        int colon = target.lastIndexOf(':');
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy =
                new PausableProxy(
                        server,
                        target.substring(0, colon),
                        Integer.parseInt(target.substring(colon + 1)));
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** {@code host:port} to connect to. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** From now on no byte passes; connections are accepted and stay open. */
    public void pause() {
        setPaused(true);
    }

    public void resume() {
        setPaused(false);
    }

    /** Closes all present connections; new ones are accepted. */
    public void cut() {
        sockets.forEach(PausableProxy::closeQuietly);
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        resume();
        cut();
    }

    private void setPaused(boolean wanted) {
        lock.lock();
        try {
            paused = wanted;
            resumed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                forward(server.accept());
            } catch (IOException _) {
                // the target is away or this proxy is closed: the client sees its connection end
            }
        }
    }

    private void forward(Socket client) throws IOException {
        Socket upstream;
        try {
            upstream = new Socket(host, port);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        sockets.add(client);
        sockets.add(upstream);
        Thread.ofVirtual().start(() -> pump(client, upstream));
        Thread.ofVirtual().start(() -> pump(upstream, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitResumed();
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException | InterruptedException _) {
            // one side is gone; closing the other tells it
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void awaitResumed() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !server.isClosed()) {
                resumed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // already closed
        }
    }
}
