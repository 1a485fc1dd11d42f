package io.atoll.launcher.kafka;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.child.PortProbe;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.jvm.AotShelf;
import io.atoll.launcher.jvm.Compilation;
import io.atoll.launcher.jvm.JvmLaunch;
import io.atoll.launcher.jvm.JvmProgram;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.secret.KafkaUsers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The control Kafka as a child: one node of the broker module. Its listener opens last, so an open
/// port means ready.
public final class KafkaPart {

    public static final String NAME = "kafka";

    private static final String SETTINGS = "server.properties";
    private static final int HEAP = 128;

    private KafkaPart() {}

    /// The program that the control Kafka and every managed broker run; they share its cache.
    public static JvmProgram program(Home home, List<Path> classPath) {
        return new JvmProgram(
                "broker",
                classPath,
                "io.atoll.broker.BrokerMain",
                new JvmProgram.Tuning(HEAP, Compilation.QUICK),
                List.of("-Datoll.suite=" + home.root()),
                List.of(settingsFile(home).toString()));
    }

    public static Part of(
            Home home, int port, KafkaUsers users, JvmProgram program, AotShelf caches) {
        var settings = new KafkaSettings(home.kafka(), port, users);
        return new Part(
                NAME,
                "Kafka",
                0,
                Set.of(),
                port,
                Signal.TERM,
                new JvmLaunch(program, caches, Map.of(), () -> settings.write(SETTINGS)),
                new PortProbe(port));
    }

    private static Path settingsFile(Home home) {
        return home.kafka().resolve(SETTINGS);
    }
}
