package io.atoll.contracts.signin;

import io.atoll.contracts.audit.Audited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is still good.
 *
 * @param kind {@code browser} or {@code token}
 * @param lastUsedAt to the minute
 * @param expiresAt when it ends even if it is used
 * @param address of the socket at sign-in
 * @param userAgent what the program called itself at sign-in, at most 200 characters
 * @param current the one that this request belongs to
 */
public record SessionView(
        String id,
        String kind,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent,
        boolean current)
        implements Audited {}
