package io.atoll.registry.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of settings that are real but that nobody may give through a spec, each with the reason.
 */
final class SettingPolicy {

    private static final String OWN = "is set by Atoll itself";
    private static final String LOADS =
            "loads classes or programs into the broker, which is refused";
    private static final String SECURITY =
            "belongs to listeners' security, which Atoll sets itself";
    private static final String TIERED = "belongs to tiered storage, which Atoll does not offer";

    /** Settings with a field of their own in the spec. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "log.retention.hours", "log_retention_hours",
                    "log.segment.bytes", "log_segment_bytes",
                    "num.partitions", "num_partitions",
                    "default.replication.factor", "default_replication_factor",
                    "num.network.threads", "num_network_threads",
                    "num.io.threads", "num_io_threads",
                    "socket.send.buffer.bytes", "socket_send_buffer_bytes",
                    "socket.receive.buffer.bytes", "socket_receive_buffer_bytes");

    private static final Set<String> OWN_NAMES =
            Set.of(
                    "advertised.listeners",
                    "broker.id",
                    "broker.rack",
                    "control.plane.listener.name",
                    "early.start.listeners",
                    "host.name",
                    "inter.broker.listener.name",
                    "inter.broker.protocol.version",
                    "listener.security.protocol.map",
                    "listeners",
                    "log.dir",
                    "log.dirs",
                    "metadata.log.dir",
                    "node.id",
                    "port",
                    "process.roles",
                    "security.inter.broker.protocol");

    private static final List<String> OWN_PREFIXES =
            List.of(
                    "advertised.",
                    "atoll.",
                    "broker.id.",
                    "controller.",
                    "listener.name.",
                    "zookeeper.");

    private static final Set<String> LOADING_NAMES =
            Set.of(
                    "auto.include.jmx.reporter",
                    "group.consumer.assignors",
                    "group.share.assignors",
                    "kafka.metrics.reporters",
                    "metric.reporters",
                    "sasl.kerberos.kinit.cmd");

    private static final List<String> LOADING_PARTS =
            List.of(".class", "interceptor", "plugin", "jaas", "csv.metrics");

    private static final List<String> SECURITY_PREFIXES =
            List.of(
                    "sasl.",
                    "ssl.",
                    "security.",
                    "delegation.token.",
                    "principal.",
                    "authorizer.",
                    "super.users",
                    "password.encoder.",
                    "allow.everyone");

    private SettingPolicy() {}

    /** Why the setting may not be given, in words that follow its name; empty where it may. */
    static Optional<String> refusalOf(String name) {
        if (FIELDS.containsKey(name)) {
            return Optional.of(
                    "has a field of its own: give it as /kafka_config/" + FIELDS.get(name));
        }
        if (OWN_NAMES.contains(name) || startsWithAny(name, OWN_PREFIXES)) {
            return Optional.of(OWN);
        }
        if (LOADING_NAMES.contains(name) || LOADING_PARTS.stream().anyMatch(name::contains)) {
            return Optional.of(LOADS);
        }
        if (startsWithAny(name, SECURITY_PREFIXES)) {
            return Optional.of(SECURITY);
        }
        return name.startsWith("remote.") || name.startsWith("log.local.")
                ? Optional.of(TIERED)
                : Optional.empty();
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
