package io.atoll.contracts.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the caller has left of a limit.
 *
 * @param windowSeconds absent for {@code concurrent}
 * @param remaining requests that would be let through now
 * @param resetSeconds until all of it is back; where nothing remains, until the next request
 * @param overridden the caller has a limit of its own
 */
public record QuotaView(
        @JsonProperty("class") LimitClass limitClass,
        int quota,
        @Nullable Integer windowSeconds,
        int remaining,
        int resetSeconds,
        boolean overridden) {}
