package io.atoll.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What every client of the control plane's Kafka begins with: where it is, and who asks. */
@ApplicationScoped
public class ControlKafka {

    private static final String MODULES = "org.apache.kafka.common.security.";

    private final Map<String, Object> settings;

    /**
     * @throws IllegalArgumentException where protocol, mechanism and user do not go together
     */
    ControlKafka(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ControlKafkaConfig config) {
        var all = new HashMap<>(kafka);
        all.putAll(security(config));
        settings = Map.copyOf(all);
    }

    /** Properties of Kafka's clients; each client adds its own. */
    public Map<String, Object> settings() {
        return settings;
    }

    static Map<String, Object> security(ControlKafkaConfig config) {
        var protocol = config.protocol().filter(text -> !text.isBlank()).orElse(usual(config));
        var security = new HashMap<String, Object>();
        security.put("security.protocol", protocol);
        switch (protocol) {
            case "PLAINTEXT", "SSL" -> {}
            case "SASL_PLAINTEXT", "SASL_SSL" -> {
                security.put("sasl.mechanism", config.mechanism());
                security.put("sasl.jaas.config", signIn(config));
            }
            default -> throw new IllegalArgumentException(protocol + " is not a Kafka protocol.");
        }
        config.ca()
                .ifPresent(
                        file -> {
                            security.put("ssl.truststore.type", "PEM");
                            security.put("ssl.truststore.location", file.toString());
                        });
        return security;
    }

    private static String usual(ControlKafkaConfig config) {
        return config.user().isPresent() ? "SASL_PLAINTEXT" : "PLAINTEXT";
    }

    private static String signIn(ControlKafkaConfig config) {
        return "%s%s required username=%s password=%s;"
                .formatted(
                        MODULES,
                        module(config.mechanism()),
                        quoted("ATOLL_KAFKA_USER", config.user()),
                        quoted("ATOLL_KAFKA_PASSWORD", config.password()));
    }

    private static String module(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> "plain.PlainLoginModule";
            case "SCRAM-SHA-256", "SCRAM-SHA-512" -> "scram.ScramLoginModule";
            default ->
                    throw new IllegalArgumentException(
                            mechanism + " is not among PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512.");
        };
    }

    private static String quoted(String name, Optional<String> value) {
        var text =
                value.filter(given -> given.chars().noneMatch(Character::isISOControl))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                name
                                                        + " is missing or holds a control"
                                                        + " character."));
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
