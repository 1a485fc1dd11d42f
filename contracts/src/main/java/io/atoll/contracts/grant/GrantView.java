package io.atoll.contracts.grant;

import io.atoll.contracts.access.NamePattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a user or a group holds, with the id to take it away by. See {@link GrantRequest}.
 */
public record GrantView(
        String id,
        String role,
        @Nullable String environment,
        @Nullable String tag,
        @Nullable String cluster,
        @Nullable NamePattern names,
        @Nullable Instant expiresAt,
        @Nullable Integer elevationMinutes) {}
