package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /cluster/stop}; it may be absent.
 *
 * @param force without effect
 * @param cleanup true: the data is wiped, too, which needs the right to delete the cluster
 * @param timeout seconds that the answer waits for the cluster; absent: 30
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LegacyStopRequest(
        @Nullable Boolean force,
        @Nullable Boolean cleanup,
        @Nullable @Min(5) @Max(120) Integer timeout) {}
