package io.atoll.launcher.service;

/// Where the services find what they keep their things in; embedded or given from outside.
public record Backends(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String kafkaBootstrap,
        String redisUrl) {}
