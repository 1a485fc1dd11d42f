package io.atoll.provisioner.runtime.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The broker as the build made it. */
public final class BrokerJars {

    private BrokerJars() {}

    public static Path folder() {
        return Optional.ofNullable(System.getenv("ATOLL_BROKER_LIB"))
                .map(Path::of)
                .orElse(Path.of("../broker/target/lib"))
                .toAbsolutePath()
                .normalize();
    }

    static ProcessSettings settings(Path clusters) {
        return settings(clusters, 0);
    }

    static ProcessSettings settings(Path clusters, long minFreeDiskBytes) {
        return settings(clusters, minFreeDiskBytes, BrokerCache.file());
    }

    static ProcessSettings settings(Path clusters, long minFreeDiskBytes, Path brokerAot) {
        return new ProcessSettings(
                clusters,
                folder(),
                brokerAot,
                Path.of(System.getProperty("java.home")),
                Duration.ofSeconds(20),
                minFreeDiskBytes);
    }
}
