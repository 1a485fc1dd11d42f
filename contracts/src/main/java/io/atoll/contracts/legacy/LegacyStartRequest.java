package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /cluster/start}; it may be absent.
 *
 * @param force without effect: to start a cluster that runs is allowed anyway
 * @param timeout seconds that the answer waits for the cluster; absent: 60
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LegacyStartRequest(
        @Nullable Boolean force, @Nullable @Min(10) @Max(300) Integer timeout) {}
