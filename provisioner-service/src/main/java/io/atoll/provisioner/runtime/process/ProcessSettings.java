package io.atoll.provisioner.runtime.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where nodes live and what runs them.
///
/// @param clusters directory of all clusters
/// @param brokerLib folder of the jars of a Kafka node; absent where none can be started
/// @param brokerAot ahead-of-time cache of a Kafka node, used where the file exists
/// @param javaHome of the JDK that runs nodes
/// @param stopTimeout after which a node that does not end is killed
/// @param minFreeDiskBytes no node is started with less
public record ProcessSettings(
        Path clusters,
        @Nullable Path brokerLib,
        @Nullable Path brokerAot,
        Path javaHome,
        Duration stopTimeout,
        long minFreeDiskBytes) {

    /// Why no node can be started, one plain sentence; absent where nothing is missing.
    @Nullable String whyUnusable() {
        if (!Files.isExecutable(javaHome.resolve("bin/java"))) {
            return "There is no JDK at " + javaHome + ".";
        }
        if (brokerLib == null) {
            return "This installation holds no broker to run as a process (ATOLL_BROKER_LIB is not"
                    + " set).";
        }
        var jars = brokerLib.toFile().list((directory, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            return "There are no jars of a broker in " + brokerLib + ".";
        }
        return null;
    }
}
