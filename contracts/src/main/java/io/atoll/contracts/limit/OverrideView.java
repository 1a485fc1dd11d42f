package io.atoll.contracts.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.atoll.contracts.audit.Audited;
import org.jspecify.annotations.Nullable;

/**
 * A limit of one user or key, in place of that of the class.
 *
 * @param kind {@code user} or {@code key}
 * @param subject name of the user or id of the key
 * @param version also its entity tag
 */
public record OverrideView(
        @JsonProperty("class") LimitClass limitClass,
        String kind,
        String subject,
        int quota,
        @Nullable Integer windowSeconds,
        long version)
        implements Audited {}
