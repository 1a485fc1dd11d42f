package io.atoll.contracts.spec;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Ports that a person asks for by number; what is absent is chosen. Broker n listens on {@code
 * kafkaPort + n}.
 *
 * @param kafkaPort first broker's client port
 */
public record PortRequest(
        @Nullable @Min(1_024) @Max(65_535) Integer kafkaPort,
        @Nullable @Min(1_024) @Max(65_535) Integer restProxyPort,
        @Nullable @Min(1_024) @Max(65_535) Integer uiPort,
        @Nullable @Min(1_024) @Max(65_535) Integer jmxPort) {}
