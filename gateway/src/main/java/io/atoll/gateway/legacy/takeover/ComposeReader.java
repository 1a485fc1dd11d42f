package io.atoll.gateway.legacy.takeover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the settings of the compose file: published ports and the environment. Pure. */
final class ComposeReader {

    /** Sections of the settings by service, and the port inside of its container. */
    private static final Map<String, String> SECTIONS =
            Map.of(
                    "kafka", "kafka",
                    "kafka-rest-proxy", "kafka_rest_proxy",
                    "kafka-ui", "kafka_ui");

    private static final Map<String, String> PORTS =
            Map.of(
                    "kafka:9092", "kafka.broker_port",
                    "kafka:9101", "kafka.jmx_port",
                    "kafka-rest-proxy:8082", "kafka_rest_proxy.port",
                    "kafka-ui:8080", "kafka_ui.port");

    static List<Setting> read(JsonNode file) {
        var settings = new ArrayList<Setting>();
        for (var top : file.properties()) {
            if (top.getKey().equals("services")) {
                top.getValue().properties().forEach(s -> service(s, settings));
            } else {
                settings.add(
                        new Setting(top.getKey(), "compose." + top.getKey(), text(top.getValue())));
            }
        }
        return settings;
    }

    private static void service(Map.Entry<String, JsonNode> service, List<Setting> into) {
        String name = service.getKey();
        for (var part : service.getValue().properties()) {
            String path = "services." + name + "." + part.getKey();
            switch (part.getKey()) {
                case "ports" -> part.getValue().forEach(p -> into.add(port(name, path, p)));
                case "environment" -> environment(name, path, part.getValue(), into);
                default ->
                        into.add(
                                new Setting(
                                        path,
                                        SECTIONS.containsKey(name)
                                                ? "compose.services." + part.getKey()
                                                : path,
                                        text(part.getValue())));
            }
        }
    }

    /** {@code 19092:9092}, or with an address before: the number of the host counts. */
    private static Setting port(String service, String path, JsonNode port) {
        String[] parts = port.asText().split(":", -1);
        String inside = parts[parts.length - 1].replace("/tcp", "");
        String host = parts.length > 1 ? parts[parts.length - 2] : inside;
        String key = PORTS.getOrDefault(service + ":" + inside, path + "." + inside);
        return new Setting(path + " " + port.asText(), key, host);
    }

    private static void environment(
            String service, String path, JsonNode environment, List<Setting> into) {
        if (environment.isArray()) {
            for (JsonNode line : environment) {
                String[] pair = line.asText().split("=", 2);
                variable(service, path, pair[0], pair.length > 1 ? pair[1] : "", into);
            }
        } else {
            environment
                    .properties()
                    .forEach(e -> variable(service, path, e.getKey(), text(e.getValue()), into));
        }
    }

    private static void variable(
            String service, String path, String name, String value, List<Setting> into) {
        String key =
                switch (service) {
                    case "kafka" -> kafka(name);
                    case "kafka-rest-proxy" -> "kafka_rest_proxy.environment." + name;
                    case "kafka-ui" -> "kafka_ui.environment." + name;
                    default -> path + "." + name;
                };
        into.add(new Setting(path + "." + name, key, value));
    }

    /** A variable of the broker's image: {@code KAFKA_NUM_PARTITIONS} is {@code num.partitions}. */
    static String kafka(String name) {
        return switch (name) {
            case "KAFKA_HEAP_OPTS", "KAFKA_JVM_PERFORMANCE_OPTS", "KAFKA_JMX_HOSTNAME" ->
                    "kafka." + name.toLowerCase(Locale.ROOT);
            case "KAFKA_JMX_PORT" -> "kafka.jmx_port";
            case "CLUSTER_ID" -> "kafka.cluster_id";
            default ->
                    name.startsWith("KAFKA_")
                            ? "broker."
                                    + name.substring("KAFKA_".length())
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '.')
                            : name;
        };
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private ComposeReader() {}
}
