package io.atoll.provisioner.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One node as a runtime must make it.
///
/// @param address `host:port` for clients
/// @param ports every port that it listens on
/// @param files by name; {@value #DATA} in them stands for the node's data directory
/// @param systemProperties of its JVM
/// @param restarts number of the restart that was asked for last
public record NodeBlueprint(
        String name,
        int nodeId,
        List<String> roles,
        String address,
        List<Integer> ports,
        Map<String, String> files,
        Map<String, String> systemProperties,
        int heapMegabytes,
        long restarts) {

    /// Stands for the node's data directory in its files.
    public static final String DATA = "${data}";

    private static final long OVERHEAD_MEGABYTES = 192;

    public NodeBlueprint {
        roles = List.copyOf(roles);
        ports = List.copyOf(ports);
        files = Map.copyOf(files);
        systemProperties = Map.copyOf(systemProperties);
    }

    public boolean isController() {
        return roles.contains("controller");
    }

    public long memoryBytes() {
        return (heapMegabytes + OVERHEAD_MEGABYTES) << 20;
    }

    /// Differs when the node must be started anew to follow its blueprint.
    public String fingerprint() {
        var content =
                String.join(
                        "\n",
                        name,
                        String.valueOf(nodeId),
                        ports.toString(),
                        new TreeMap<>(files).toString(),
                        new TreeMap<>(systemProperties).toString(),
                        String.valueOf(heapMegabytes));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
