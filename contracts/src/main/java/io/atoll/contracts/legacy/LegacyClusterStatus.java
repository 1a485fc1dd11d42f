package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /cluster/start} and {@code GET /cluster/status}.
 *
 * @param status {@code running}, {@code stopped}, {@code starting} or {@code error}
 * @param version not known
 * @param endpoints addresses by service, none unless the cluster runs
 * @param uptime seconds
 * @param services by name: {@code kafka}, {@code kafka-rest-proxy}, {@code kafka-ui}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyClusterStatus(
        String status,
        int brokerCount,
        @Nullable String version,
        Map<String, String> endpoints,
        @Nullable Long uptime,
        Map<String, ServiceHealth> services,
        Instant timestamp,
        @Nullable String requestId) {

    /**
     * @param uptime seconds
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ServiceHealth(
            String status,
            @Nullable Long uptime,
            @Nullable String lastCheck,
            @Nullable String errorMessage) {}
}
