package io.atoll.testkit;

import java.io.IOException;
import redis.embedded.RedisServer;

/** A Redis server without persistence. */
public final class TestRedis implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    private TestRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static TestRedis start() throws IOException {
        return start(FreePort.any());
    }

    /** Starts on a given port, so that a test can take Redis away and bring it back. */
    public static TestRedis start(int port) throws IOException {
        var server =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .build();
        server.start();
        return new TestRedis(server, port);
    }

    public int port() {
        return port;
    }

    /** As ATOLL_REDIS_URL takes it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
