package io.atoll.launcher.service;

import io.atoll.launcher.secret.Login;
import java.util.Map;

/// Where the services find what they keep their things in; embedded or given from outside.
///
/// @param database by service, who it is there
/// @param kafka by service, who it is there; empty where nobody is asked
public record Backends(
        String databaseUrl,
        Map<String, Login> database,
        String kafkaBootstrap,
        Map<String, Login> kafka,
        String redisUrl) {

    public Backends {
        database = Map.copyOf(database);
        kafka = Map.copyOf(kafka);
    }
}
