package io.atoll.broker;

import java.util.Map;

/// Who may do everything in a Kafka that asks who is there.
///
/// @param bootstrap `host:port` of a listener with SASL PLAIN
/// @param user letters and digits, as the password
record SuperUser(String bootstrap, String user, String password) {

    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";

    SuperUser {
        if (!(user + password).chars().allMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(
                    "The super user's name and password are letters and digits.");
        }
    }

    Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers", bootstrap,
                "client.id", "atoll-control-plane",
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "%s username=\"%s\" password=\"%s\";".formatted(MODULE, user, password),
                "enable.metrics.push", "false");
    }
}
