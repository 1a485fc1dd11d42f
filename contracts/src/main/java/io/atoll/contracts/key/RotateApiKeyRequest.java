package io.atoll.contracts.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives an API key a new secret.
 *
 * @param overlapSeconds how long the secret of now works besides; absent: an hour, at most a week
 * @param expiresAt absent: stays as it is
 */
public record RotateApiKeyRequest(
        @Nullable @Min(0) @Max(RotateApiKeyRequest.WEEK) Integer overlapSeconds,
        @Nullable Instant expiresAt) {
    static final int WEEK = 604_800;
    private static final Duration HOUR = Duration.ofHours(1);

    @JsonIgnore
    public Duration overlap() {
        return overlapSeconds == null ? HOUR : Duration.ofSeconds(overlapSeconds);
    }
}
