package io.atoll.registry.external;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests about clusters that run elsewhere. */
final class Registration {

    static final String CANARY = "canary-2b71-secret";

    private Registration() {}

    static Map<String, Object> request(String name) {
        var request = test();
        request.putAll(Map.of("origin", "external", "name", name, "environment", "prod"));
        return request;
    }

    static Map<String, Object> test() {
        return new HashMap<>(
                Map.of(
                        "bootstrap_servers",
                        List.of("kafka-1.example:9092"),
                        "credentials",
                        scram(CANARY)));
    }

    static Map<String, Object> scram(String password) {
        return Map.of("mechanism", "scram-sha-512", "username", "ada", "password", password);
    }
}
