package io.atoll.contracts.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of credentials.
 *
 * @param fingerprint tells whether two secrets are the same; nothing of the secret follows from it
 */
public record CredentialsView(
        String mechanism,
        @Nullable String username,
        boolean tls,
        @Nullable String fingerprint,
        Instant setAt) {}
