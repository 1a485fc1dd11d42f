package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /catalog}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyCatalog(
        LegacyClusterStatus cluster,
        List<LegacyTopic> topics,
        List<Api> availableApis,
        Map<String, Service> services,
        Map<String, Object> systemInfo,
        Instant timestamp,
        @Nullable String requestId) {

    /**
     * @param parameters by name: what they are
     */
    public record Api(
            String path, String method, String description, Map<String, Object> parameters) {}

    /**
     * @param url empty where it does not run
     * @param healthCheckUrl empty where there is none
     */
    public record Service(
            String name, String status, String url, String version, String healthCheckUrl) {}
}
