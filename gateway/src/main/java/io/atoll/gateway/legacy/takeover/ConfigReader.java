package io.atoll.gateway.legacy.takeover;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the settings of a file. Pure. */
final class ConfigReader {
    private static final int MOST = 500;
    private static final Pattern HIDDEN = Pattern.compile("[[\\p{C}\\u2028\\u2029]&&[^\\n\\r\\t]]");
    private static final String PREFIX = "LKM_";

    /** Names of the documented {@code .env} files, from before there was a prefix. */
    private static final Map<String, String> PLAIN =
            Map.of(
                    "ENVIRONMENT", "environment",
                    "KAFKA_PORT", "kafka.broker_port",
                    "KAFKA_JMX_PORT", "kafka.jmx_port",
                    "KAFKA_REST_PROXY_PORT", "kafka_rest_proxy.port",
                    "KAFKA_UI_PORT", "kafka_ui.port",
                    "LOG_LEVEL", "monitoring.log_level",
                    "LOG_FORMAT", "monitoring.log_format",
                    "LOG_FILE", "monitoring.log_file",
                    "METRICS_ENABLED", "monitoring.enable_metrics",
                    "DEBUG", "debug");

    static List<Setting> read(SingleClusterImport file) {
        requireVisible(file.text());
        var settings =
                switch (file.format()) {
                    case ENV -> env(file.text());
                    case YAML -> flat(YamlReader.read(file.text()));
                    case COMPOSE -> ComposeReader.read(YamlReader.read(file.text()));
                };
        requireFew(settings);
        requireOnce(settings);
        return settings;
    }

    /** Who looks at the file, at the plan or at a refusal sees all that it says. */
    private static void requireVisible(String text) {
        var hidden = HIDDEN.matcher(text);
        if (hidden.find()) {
            long line = text.substring(0, hidden.start()).lines().count();
            throw new Invalid(
                    "/text",
                    "line %d holds U+%04X"
                            .formatted(Math.max(line, 1), hidden.group().codePointAt(0)));
        }
    }

    private static void requireFew(List<Setting> settings) {
        if (settings.size() > MOST) {
            throw new Invalid("/text", "has more than %d settings".formatted(MOST));
        }
    }

    private static void requireOnce(List<Setting> settings) {
        var names = new HashSet<String>();
        for (var setting : settings) {
            if (!names.add(setting.name())) {
                throw new Invalid("/text", "has %s twice".formatted(setting.name()));
            }
        }
    }

    private static List<Setting> env(String text) {
        var settings = new ArrayList<Setting>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new Invalid("/text", "line %d is not NAME=value".formatted(number));
            }
            String name = line.substring(0, equals).replaceFirst("^export\\s+", "").strip();
            settings.add(new Setting(name, key(name), unquoted(line.substring(equals + 1))));
        }
        return settings;
    }

    /** {@code LKM_KAFKA__BROKER_PORT} is {@code kafka.broker_port}. */
    private static String key(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith(PREFIX)) {
            return upper.substring(PREFIX.length()).replace("__", ".").toLowerCase(Locale.ROOT);
        }
        if (upper.startsWith("API_")) {
            return "api." + upper.substring("API_".length()).toLowerCase(Locale.ROOT);
        }
        if (upper.startsWith("HEALTH_CHECK_")) {
            return "monitoring." + upper.toLowerCase(Locale.ROOT);
        }
        return PLAIN.getOrDefault(upper, ComposeReader.kafka(upper));
    }

    private static String unquoted(String value) {
        String stripped = value.strip();
        boolean quoted =
                stripped.length() > 1
                        && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                        && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static List<Setting> flat(JsonNode tree) {
        var settings = new ArrayList<Setting>();
        flatten("", tree, settings);
        return settings;
    }

    private static void flatten(String path, JsonNode node, List<Setting> into) {
        Setting.requireShort(path);
        if (node.isObject() && !node.isEmpty()) {
            for (var child : node.properties()) {
                flatten(
                        path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                        child.getValue(),
                        into);
            }
        } else if (!node.isNull()) {
            into.add(new Setting(path, path, node.isValueNode() ? node.asText() : node.toString()));
        }
    }

    private ConfigReader() {}
}
