package io.atoll.provisioner.kind.kafka;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Settings as environment variables of the image apache/kafka, which turns `KAFKA_A_B` into
/// `a.b`, two underscores into one and three into a hyphen. Pure.
final class KafkaEnvironment {

    /// Variables that steer the image or its JVM; no setting of a broker may become one.
    private static final Set<String> OF_THE_IMAGE =
            Set.of(
                    "KAFKA_HEAP_OPTS",
                    "KAFKA_JVM_PERFORMANCE_OPTS",
                    "KAFKA_OPTS",
                    "KAFKA_GC_LOG_OPTS",
                    "KAFKA_JMX_OPTS",
                    "KAFKA_JMX_PORT",
                    "KAFKA_JMX_HOSTNAME",
                    "KAFKA_DEBUG",
                    "KAFKA_MODE",
                    "KAFKA_VERSION");

    private KafkaEnvironment() {}

    /// @param settings by their Kafka names, values as in a properties file
    static Map<String, String> of(Map<String, String> settings) {
        return prefixed("KAFKA_", settings);
    }

    static Map<String, String> prefixed(String prefix, Map<String, String> settings) {
        var environment = new TreeMap<String, String>();
        settings.forEach((name, value) -> environment.put(prefix + variable(name), value));
        environment.keySet().removeIf(KafkaEnvironment::isOfTheImage);
        return environment;
    }

    private static boolean isOfTheImage(String name) {
        return OF_THE_IMAGE.contains(name) || name.contains("LOG4J") || !name.matches("[A-Z0-9_]+");
    }

    private static String variable(String name) {
        return name.replace("_", "__")
                .replace("-", "___")
                .replace(".", "_")
                .toUpperCase(Locale.ROOT);
    }
}
