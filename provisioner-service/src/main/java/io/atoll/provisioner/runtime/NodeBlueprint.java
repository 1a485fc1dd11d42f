package io.atoll.provisioner.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One node as a runtime must make it.
///
/// @param address `host:port` for clients
/// @param reach `host:port` at which Atoll itself finds it
/// @param ports every port of the machine that it takes
/// @param restarts number of the restart that was asked for last
public record NodeBlueprint(
        String name,
        int nodeId,
        List<String> roles,
        String address,
        String reach,
        List<Integer> ports,
        Software software,
        int heapMegabytes,
        long restarts) {

    /// Stands for the node's data directory in its files.
    public static final String DATA = "${data}";

    /// Roles, and at the same time names, of nodes that stand beside a cluster without being part
    /// of it: they come and go without it.
    public static final String REST_PROXY = "rest-proxy";

    public static final String UI = "ui";

    private static final Set<String> COMPANIONS = Set.of(REST_PROXY, UI);
    private static final long OVERHEAD_MEGABYTES = 192;

    /// What a node is made from.
    public sealed interface Software {}

    /// A process of this machine.
    ///
    /// @param files by name; {@value NodeBlueprint#DATA} in them stands for the data directory
    /// @param systemProperties of its JVM
    public record Program(Map<String, String> files, Map<String, String> systemProperties)
            implements Software {
        public Program {
            files = Map.copyOf(files);
            systemProperties = Map.copyOf(systemProperties);
        }
    }

    /// A container.
    ///
    /// @param image by name and tag
    /// @param published port in the container by port of the machine
    /// @param dataDirectory where its volume goes, absent for a node without data
    public record Container(
            String image,
            Map<String, String> environment,
            Map<Integer, Integer> published,
            @Nullable String dataDirectory,
            Limits limits)
            implements Software {
        public Container {
            environment = Map.copyOf(environment);
            published = Map.copyOf(published);
        }
    }

    /// @param processes most processes and threads
    public record Limits(long memoryBytes, double cpus, long processes) {}

    public NodeBlueprint {
        roles = List.copyOf(roles);
        ports = List.copyOf(ports);
    }

    public boolean isController() {
        return roles.contains("controller");
    }

    public boolean isCompanion() {
        return isCompanion(name);
    }

    public static boolean isCompanion(String node) {
        return COMPANIONS.contains(node);
    }

    public long memoryBytes() {
        return switch (software) {
            case Program _ -> (heapMegabytes + OVERHEAD_MEGABYTES) << 20;
            case Container container -> container.limits().memoryBytes();
        };
    }

    /// Differs when the node must be started anew to follow its blueprint.
    public String fingerprint() {
        var content =
                String.join(
                        "\n",
                        name,
                        String.valueOf(nodeId),
                        ports.toString(),
                        content(software),
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

    private static String content(Software software) {
        return switch (software) {
            case Program(var files, var properties) ->
                    new TreeMap<>(files) + "\n" + new TreeMap<>(properties);
            case Container(var image, var environment, var published, var data, var limits) ->
                    String.join(
                            "\n",
                            image,
                            new TreeMap<>(environment).toString(),
                            new TreeMap<>(published).toString(),
                            String.valueOf(data),
                            limits.toString());
        };
    }
}
