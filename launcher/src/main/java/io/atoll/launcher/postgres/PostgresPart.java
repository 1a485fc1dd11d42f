package io.atoll.launcher.postgres;

import io.atoll.launcher.child.Command;
import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.secret.DatabaseUsers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// PostgreSQL as a child: on 127.0.0.1 alone, passwords by SCRAM, every commit synced to disk.
public final class PostgresPart {

    public static final String NAME = "postgres";

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "shared_buffers=32MB",
                    "max_connections=120",
                    "max_wal_size=256MB",
                    "io_method=sync",
                    "jit=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_checkpoints=off");

    private PostgresPart() {}

    public static Part of(Home home, int port, DatabaseUsers users) {
        return new Part(
                NAME,
                "PostgreSQL",
                0,
                Set.of(),
                port,
                Signal.INT,
                () -> prepare(home, port, users),
                new PostgresProbe(home.postgres().resolve("data")));
    }

    private static Command prepare(Home home, int port, DatabaseUsers users)
            throws IOException, InterruptedException {
        var binaries = PostgresBinaries.unpack(home.cache());
        var folder = new PostgresFolder(home.postgres(), binaries, home.log(NAME));
        folder.create(users);
        var words =
                new ArrayList<>(
                        List.of(
                                binaries.program("postgres"),
                                "-D",
                                folder.data().toString(),
                                "-p",
                                Integer.toString(port)));
        for (var setting : SETTINGS) {
            words.add("-c");
            words.add(setting);
        }
        return new Command(Unprivileged.words(words), Map.of());
    }
}
