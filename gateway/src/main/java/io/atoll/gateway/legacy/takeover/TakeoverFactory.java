package io.atoll.gateway.legacy.takeover;

import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the request for the cluster {@code default} from a file. Pure; one use. */
final class TakeoverFactory {
    private static final Pattern HEAP = Pattern.compile("-Xmx([1-9][0-9]*)([MmGg])");
    private static final String TOPIC_DEFAULTS = "kafka.default_topic_configs.";
    private static final String BROKER = "broker.";
    private static final int LONGEST_SHOWN = 40;

    private static final Map<String, String> ENVIRONMENTS =
            Map.of("development", "dev", "testing", "test", "production", "prod");

    /** Settings of topics that brokers have by another name. */
    private static final Map<String, String> BROKER_NAMES =
            Map.of(
                    "cleanup.policy", "log.cleanup.policy",
                    "retention.ms", "log.retention.ms",
                    "retention.bytes", "log.retention.bytes",
                    "segment.ms", "log.roll.ms",
                    "segment.bytes", "log.segment.bytes",
                    "max.message.bytes", "message.max.bytes",
                    "min.insync.replicas", "min.insync.replicas",
                    "compression.type", "compression.type");

    private static final Set<String> TAKEN =
            Set.of(
                    "environment",
                    "kafka.broker_port",
                    "kafka.jmx_port",
                    "kafka.default_partitions",
                    "kafka.default_replication_factor",
                    "kafka.kafka_heap_opts",
                    "kafka_rest_proxy.port",
                    "kafka_rest_proxy.request_timeout",
                    "kafka_rest_proxy.consumer_timeout_ms",
                    "kafka_ui.port");

    /** Broker settings with a field of their own in a cluster. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "num.partitions", "kafka.default_partitions",
                    "default.replication.factor", "kafka.default_replication_factor",
                    "log.retention.hours", "log.retention.hours",
                    "log.segment.bytes", "log.segment.bytes",
                    "num.network.threads", "num.network.threads",
                    "num.io.threads", "num.io.threads",
                    "socket.send.buffer.bytes", "socket.send.buffer.bytes",
                    "socket.receive.buffer.bytes", "socket.receive.buffer.bytes");

    private final int ownPort;
    private final Map<String, Setting> taken = new HashMap<>();
    private final Map<String, String> properties = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param ownPort where the gateway listens: no UI can
     */
    TakeoverFactory(int ownPort) {
        this.ownPort = ownPort;
    }

    Takeover of(SingleClusterImport file) {
        List<Setting> settings = ConfigReader.read(file);
        if (settings.isEmpty()) {
            throw new Invalid("/text", "has no settings");
        }
        settings.forEach(this::sort);
        var request = request(file);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return new Takeover(request, List.copyOf(leftOut));
    }

    private void sort(Setting setting) {
        String key = setting.key();
        var reason = LeftOut.reason(setting);
        if (reason.isPresent()) {
            leftOut.add(setting.name() + ": " + reason.get() + ".");
        } else if (TAKEN.contains(key)) {
            taken.put(key, setting);
        } else if (key.startsWith(TOPIC_DEFAULTS)) {
            topicDefault(setting, key.substring(TOPIC_DEFAULTS.length()));
        } else if (key.startsWith(BROKER)) {
            broker(setting, key.substring(BROKER.length()));
        } else {
            refuse(setting, "is not a setting of the Local Kafka Manager" + near(key));
        }
    }

    private void topicDefault(Setting setting, String topicName) {
        String name = BROKER_NAMES.get(topicName);
        if (name == null) {
            refuse(setting, "has no broker setting that stands for it" + near(setting.key()));
        } else if (topicName.equals("segment.bytes")) {
            taken.put("log.segment.bytes", setting);
        } else {
            properties.put(name, setting.value());
        }
    }

    private void broker(Setting setting, String name) {
        String field = FIELDS.get(name);
        if (field == null) {
            properties.put(name, setting.value());
        } else {
            taken.put(field, setting);
        }
    }

    private CreateClusterRequest request(SingleClusterImport file) {
        return new CreateClusterRequest(
                DefaultClusterView.ID,
                DefaultClusterView.ID,
                null,
                environment(),
                file.runtime(),
                null,
                "Taken over from a Local Kafka Manager",
                null,
                kafka(),
                has("kafka_rest_proxy.") ? restProxy() : null,
                has("kafka_ui.") ? new UiConfig(true, null, null, null, null, null) : null,
                ports(),
                null,
                null,
                null,
                null,
                null);
    }

    private String environment() {
        String given = text("environment");
        return given == null ? "dev" : ENVIRONMENTS.getOrDefault(given, given);
    }

    private KafkaConfig kafka() {
        return new KafkaConfig(
                heap(),
                number("log.retention.hours"),
                number("log.segment.bytes"),
                number("kafka.default_partitions"),
                number("kafka.default_replication_factor"),
                number("num.network.threads"),
                number("num.io.threads"),
                number("socket.send.buffer.bytes"),
                number("socket.receive.buffer.bytes"),
                properties.isEmpty() ? null : properties);
    }

    private RestProxyConfig restProxy() {
        Integer seconds = number("kafka_rest_proxy.request_timeout");
        return new RestProxyConfig(
                true,
                null,
                number("kafka_rest_proxy.consumer_timeout_ms"),
                seconds == null ? null : seconds * 1_000,
                null);
    }

    private PortRequest ports() {
        return new PortRequest(
                number("kafka.broker_port"),
                number("kafka_rest_proxy.port"),
                notOwn("kafka_ui.port"),
                number("kafka.jmx_port"));
    }

    private @Nullable Integer notOwn(String key) {
        Integer port = number(key);
        if (port == null || port != ownPort) {
            return port;
        }
        leftOut.add("%s: Atoll itself listens on %d; another is chosen.".formatted(key, port));
        return null;
    }

    private @Nullable String heap() {
        Setting setting = taken.get("kafka.kafka_heap_opts");
        if (setting == null) {
            return null;
        }
        var found = HEAP.matcher(setting.value());
        if (found.find()) {
            return found.group(1) + found.group(2).toUpperCase(Locale.ROOT);
        }
        refuse(setting, "has no -Xmx with M or G");
        return null;
    }

    private @Nullable Integer number(String key) {
        Setting setting = taken.get(key);
        if (setting == null) {
            return null;
        }
        try {
            return Integer.valueOf(setting.value());
        } catch (NumberFormatException _) {
            refuse(
                    setting,
                    "is '%s', which is not a whole number".formatted(brief(setting.value())));
            return null;
        }
    }

    private static String brief(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private @Nullable String text(String key) {
        Setting setting = taken.get(key);
        return setting == null ? null : setting.value();
    }

    private boolean has(String section) {
        return taken.keySet().stream().anyMatch(key -> key.startsWith(section));
    }

    private void refuse(Setting setting, String why) {
        errors.add(new FieldError("/text", setting.name() + " " + why));
    }

    private static String near(String key) {
        var near = NearNames.of(key, List.copyOf(TAKEN));
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
