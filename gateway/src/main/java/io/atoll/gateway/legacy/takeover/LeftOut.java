package io.atoll.gateway.legacy.takeover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings that are known and not taken, with the reason. Pure. */
final class LeftOut {
    private static final String MANAGER = "is about the Local Kafka Manager itself";
    private static final String CONTAINER = "is about its containers";
    private static final String CLIENT = "is about its own clients";
    private static final String ATOLL = "Atoll sets it itself";

    private static final Set<String> KEYS_OF_ATOLL =
            Set.of(
                    "kafka.node_id",
                    "kafka.cluster_id",
                    "kafka.bootstrap_servers",
                    "kafka.kafka_jmx_hostname",
                    "kafka.kafka_jvm_performance_opts",
                    "broker.node.id",
                    "broker.process.roles",
                    "broker.listeners",
                    "broker.advertised.listeners",
                    "broker.listener.security.protocol.map",
                    "broker.inter.broker.listener.name",
                    "broker.controller.quorum.voters",
                    "broker.controller.listener.names",
                    "broker.log.dirs",
                    "broker.offsets.topic.replication.factor",
                    "broker.group.initial.rebalance.delay.ms",
                    "broker.transaction.state.log.min.isr",
                    "broker.transaction.state.log.replication.factor");

    private static final Set<String> KEYS_OF_CLIENTS =
            Set.of(
                    "kafka.request_timeout_ms",
                    "kafka.connection_timeout_ms",
                    "kafka_rest_proxy.host",
                    "kafka_rest_proxy.base_url",
                    "kafka_rest_proxy.max_retries",
                    "kafka_rest_proxy.retry_delay",
                    "kafka_rest_proxy.max_messages_per_request",
                    "kafka_ui.host",
                    "kafka_ui.base_url",
                    "kafka_ui.cluster_name",
                    "kafka_ui.health_check_path",
                    "kafka_ui.health_check_timeout");

    private static final Map<String, String> PREFIXES = prefixes();

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("api.", MANAGER);
        prefixes.put("monitoring.", MANAGER);
        prefixes.put("docker.", CONTAINER);
        prefixes.put("compose.", CONTAINER);
        prefixes.put("kafka_rest_proxy.environment.", CONTAINER);
        prefixes.put("kafka_ui.environment.", CONTAINER);
        return prefixes;
    }

    /** Empty where the setting is to be taken, or is none. */
    static Optional<String> reason(Setting setting) {
        String key = setting.key();
        if (key.equals("debug")) {
            return Optional.of(MANAGER);
        }
        if (key.equals("kafka_ui.dynamic_config_enabled")) {
            return Optional.of("a UI of Atoll never takes changes of its own configuration");
        }
        if (KEYS_OF_ATOLL.contains(key)) {
            return Optional.of(ATOLL);
        }
        if (KEYS_OF_CLIENTS.contains(key)) {
            return Optional.of(CLIENT);
        }
        return PREFIXES.entrySet().stream()
                .filter(prefix -> key.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private LeftOut() {}
}
