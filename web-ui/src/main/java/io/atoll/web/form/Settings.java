package io.atoll.web.form;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.web.shell.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of brokers that have a field of their own, in the order they are shown. */
public final class Settings {

    /** Where the fields of {@link KafkaConfig} stand in a cluster. */
    public static final String CLUSTER = "kafka_config";

    /** Where they stand in a template. */
    public static final String TEMPLATE = "default_kafka_config";

    /**
     * One setting.
     *
     * @param field name in KafkaConfig on the wire
     * @param kafka name in Kafka's own configuration, or where it acts
     */
    public record Setting(String field, String label, String kafka, String value) {

        /** The value for reading: sizes and times in their largest unit. */
        public String shown() {
            boolean number = value.matches("\\d{1,18}");
            if (number && field.endsWith("_bytes")) {
                return Figures.bytes(Long.parseLong(value));
            }
            if (field.endsWith("_hours")) {
                return hours(value);
            }
            return value;
        }

        private static String hours(String value) {
            if (!value.matches("\\d{1,9}")) {
                return value.startsWith("-") ? "for ever" : value;
            }
            int hours = Integer.parseInt(value);
            return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " h";
        }
    }

    public static List<Setting> of(KafkaConfig config) {
        return List.of(
                setting("heap_size", "Heap of each broker", "-Xmx", config.heapSize()),
                setting(
                        "log_retention_hours",
                        "Retention",
                        "log.retention.hours",
                        config.logRetentionHours()),
                setting(
                        "log_segment_bytes",
                        "Segment size",
                        "log.segment.bytes",
                        config.logSegmentBytes()),
                setting(
                        "num_partitions",
                        "Partitions of new topics",
                        "num.partitions",
                        config.numPartitions()),
                setting(
                        "default_replication_factor",
                        "Replication factor",
                        "default.replication.factor",
                        config.defaultReplicationFactor()),
                setting(
                        "num_network_threads",
                        "Network threads",
                        "num.network.threads",
                        config.numNetworkThreads()),
                setting("num_io_threads", "I/O threads", "num.io.threads", config.numIoThreads()),
                setting(
                        "socket_send_buffer_bytes",
                        "Send buffer",
                        "socket.send.buffer.bytes",
                        config.socketSendBufferBytes()),
                setting(
                        "socket_receive_buffer_bytes",
                        "Receive buffer",
                        "socket.receive.buffer.bytes",
                        config.socketReceiveBufferBytes()));
    }

    /** Values by field name, custom properties as lines. */
    public static Map<String, String> values(String prefix, KafkaConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        of(config).stream()
                .filter(s -> !s.value().isEmpty())
                .forEach(s -> values.put(prefix + "." + s.field(), s.value()));
        values.put(prefix + ".custom_properties", lines(config.customProperties()));
        return values;
    }

    /** Names of all fields of this object. */
    public static Set<String> fields(String prefix) {
        return Stream.concat(
                        of(KafkaConfig.empty()).stream().map(Setting::field),
                        Stream.of("custom_properties"))
                .map(f -> prefix + "." + f)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One {@code key=value} a line, in order of keys. */
    public static String lines(@Nullable Map<String, String> pairs) {
        return pairs == null
                ? ""
                : new TreeMap<>(pairs)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining("\n"));
    }

    private static Setting setting(
            String field, String label, String kafka, @Nullable Object value) {
        return new Setting(field, label, kafka, value == null ? "" : value.toString());
    }

    private Settings() {}
}
