package io.atoll.contracts.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.atoll.contracts.audit.Audited;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a class, as it holds for everybody without an override.
 *
 * @param windowSeconds absent for {@code concurrent}
 * @param isDefault it is that of the settings
 * @param version also its entity tag; 0 for a default
 * @param overrides how many users and keys have one of their own
 */
public record LimitView(
        @JsonProperty("class") LimitClass limitClass,
        int quota,
        @Nullable Integer windowSeconds,
        int defaultQuota,
        @Nullable Integer defaultWindowSeconds,
        @JsonProperty("is_default") boolean isDefault,
        long version,
        int overrides)
        implements Audited {}
