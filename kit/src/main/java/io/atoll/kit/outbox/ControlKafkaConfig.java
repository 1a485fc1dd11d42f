package io.atoll.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Who this service is to the control plane's Kafka. */
@ConfigMapping(prefix = "atoll.kafka")
interface ControlKafkaConfig {

    /**
     * {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}; by default {@code
     * SASL_PLAINTEXT} with a user and {@code PLAINTEXT} without.
     */
    Optional<String> protocol();

    /** {@code PLAIN}, {@code SCRAM-SHA-256} or {@code SCRAM-SHA-512}. */
    @WithDefault("PLAIN")
    String mechanism();

    /** Who signs in; by default nobody. */
    Optional<String> user();

    /** Of the user; without control characters. */
    Optional<String> password();

    /** PEM file of the authorities that the brokers' certificates are held to; else the JVM's. */
    Optional<Path> ca();
}
