package io.atoll.launcher.redis;

import io.atoll.launcher.child.Command;
import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.secret.SecretStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Redis as a child: on 127.0.0.1 alone, with a password, its log of changes synced every second.
public final class RedisPart {

    public static final String NAME = "redis";

    private RedisPart() {}

    public static Part of(Home home, int port, String password) {
        return new Part(
                NAME,
                "Redis",
                0,
                Set.of(),
                port,
                Signal.TERM,
                () -> prepare(home, port, password),
                new RedisProbe(port, password));
    }

    private static Command prepare(Home home, int port, String password) throws IOException {
        var program = RedisBinary.unpack(home.cache());
        new SecretStore(home.redis()).write("redis.conf", settings(home, port, password));
        return new Command(
                List.of(program.toString(), home.redis().resolve("redis.conf").toString()),
                Map.of());
    }

    private static String settings(Home home, int port, String password) {
        return """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        appendonly yes
        appendfsync everysec
        save ""
        daemonize no
        """
                .formatted(port, password, home.redis());
    }
}
