package io.atoll.provisioner.runtime.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the process runtime. */
@ConfigMapping(prefix = "atoll.process")
public interface ProcessConfig {

    /** Directory of all clusters; made when it is not there. */
    Path clustersDir();

    /** Folder of the jars that a Kafka node is started from. Without it nothing can be started. */
    Optional<Path> brokerLib();

    /** Ahead-of-time cache for Kafka nodes; a file that does not exist is not used. */
    Optional<Path> brokerAot();

    /** JDK that runs nodes; default: the one that runs this service. */
    Optional<Path> javaHome();

    /** How long a node may take to end before it is killed. */
    @WithDefault("20s")
    Duration stopTimeout();

    /** No node is started with less free disk space, in bytes. */
    @WithDefault("209715200")
    long minFreeDiskBytes();

    /** The same as plain values. */
    default ProcessSettings settings() {
        return new ProcessSettings(
                clustersDir().toAbsolutePath().normalize(),
                brokerLib().map(Path::toAbsolutePath).orElse(null),
                brokerAot().orElse(null),
                javaHome().orElse(Path.of(System.getProperty("java.home"))),
                stopTimeout(),
                minFreeDiskBytes());
    }
}
