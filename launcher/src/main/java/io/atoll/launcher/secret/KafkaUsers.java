package io.atoll.launcher.secret;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The users of the control Kafka, as its listeners are told of them.
///
/// @param passwords by user, letters and digits; that of [#SUPER_USER] among them
public record KafkaUsers(Map<String, String> passwords) {

    /// May do everything; Kafka talks to itself as this one.
    public static final String SUPER_USER = "broker";

    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";

    public KafkaUsers {
        passwords = Map.copyOf(passwords);
    }

    public String superPassword() {
        return passwords.getOrDefault(SUPER_USER, "");
    }

    /// Value of `sasl.jaas.config` of a listener that lets all of them in.
    public String listener() {
        var known =
                new TreeMap<>(passwords)
                        .entrySet().stream()
                                .map(user -> entry("user_" + user.getKey(), user.getValue()))
                                .collect(Collectors.joining());
        return MODULE
                + entry("username", SUPER_USER)
                + entry("password", superPassword())
                + known
                + ";";
    }

    /// Value of `sasl.jaas.config` of a client.
    public static String client(String user, String password) {
        return MODULE + entry("username", user) + entry("password", password) + ";";
    }

    private static String entry(String name, String value) {
        return " %s=\"%s\"".formatted(name, value);
    }
}
