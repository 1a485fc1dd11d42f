package io.atoll.contracts.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Sets a limit.
 *
 * @param quota requests in a window; of the class {@code concurrent}: at the same time
 * @param windowSeconds how long the whole quota takes to come back; none for {@code concurrent}
 */
public record LimitRequest(
        @NotNull @Min(1) @Max(1_000_000) Integer quota,
        @Nullable @Min(1) @Max(3_600) Integer windowSeconds) {}
